package io.xinqun.local.bench;

import io.xinqun.local.launcher.Fleet;
import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.wechat.WechatControl;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/// Articles to order, with more in stock than a benchmark can sell.
final class Shelf {

    private static final long PLENTY = 100_000_000;

    private Shelf() {}

    /// Puts up this many articles and answers their SKUs once they can be ordered.
    static List<String> filled(Fleet fleet, int articles) {
        try (Gateway gateway = new Gateway(fleet.gateway())) {
            Stage stage =
                    new Stage(
                            fleet,
                            gateway,
                            new WechatControl(fleet.wechat().toString()),
                            new Narrator(),
                            new Stage.Arguments(1, ""),
                            Long.toString(Clock.systemUTC().millis(), Character.MAX_RADIX));
            Operator operator = stage.operator();
            Supplier supplier = operator.openSupplier(stage.named("bench"), "满仓供应商");
            List<FeedItem> items = IntStream.range(0, articles).mapToObj(Shelf::article).toList();
            Market market = new Market(operator, stage.passerBy(0).person());
            List<Goods> goods = market.putUp(supplier, stage.named("delivery"), items);
            goods.forEach(each -> market.awaitFree(each, PLENTY));
            return goods.stream().map(Goods::sku).toList();
        }
    }

    private static FeedItem article(int number) {
        FeedItem item = FeedItem.of("BENCH-" + number, "常备好物 " + number, "家居", "日用");
        item.priced(1_000, 2_000).counted(PLENTY, Clock.systemUTC().instant());
        return item;
    }

    /// The body of an order of one piece.
    static byte[] order(String sku) {
        return Buyer.sent(Buyer.basket(sku, 1, "")).toString().getBytes(StandardCharsets.UTF_8);
    }
}
