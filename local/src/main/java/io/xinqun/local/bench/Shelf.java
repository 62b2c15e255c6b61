package io.xinqun.local.bench;

import io.xinqun.local.launcher.Fleet;
import io.xinqun.local.network.Network;
import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.evidence.Hidden;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.wechat.WechatControl;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/// Articles to order that need no stock: nothing of an order is left to do when it is accepted.
final class Shelf {

    private Shelf() {}

    /// Puts up this many articles and answers their SKUs once they can be ordered.
    static List<String> filled(Fleet fleet, int articles) {
        try (Gateway gateway = new Gateway(fleet.gateway())) {
            Stage stage = stage(fleet, gateway);
            Operator operator = stage.operator();
            Supplier supplier = operator.openSupplier(stage.named("bench"), "满仓供应商");
            List<FeedItem> items = IntStream.range(0, articles).mapToObj(Shelf::article).toList();
            Market market = new Market(operator, stage.passerBy(0).person());
            List<Goods> goods = market.putUp(supplier, stage.named("delivery"), items);
            return goods.stream().map(Goods::sku).toList();
        }
    }

    static Stage stage(Fleet fleet, Gateway gateway) {
        return new Stage(
                fleet,
                new Network(1),
                gateway,
                new WechatControl(fleet.wechat().toString()),
                new Narrator(),
                new Stage.Arguments(1, "", false),
                new Hidden(),
                Long.toString(Clock.systemUTC().millis(), Character.MAX_RADIX));
    }

    private static FeedItem article(int number) {
        FeedItem item = FeedItem.of("BENCH-" + number, "电子书 " + number, "图书", "电子书");
        return item.priced(1_000, 2_000).with("kind", "digital");
    }

    /// The body of an order of one piece.
    static byte[] order(String sku) {
        return Buyer.sent(Buyer.basket(sku, 1, "")).toString().getBytes(StandardCharsets.UTF_8);
    }
}
