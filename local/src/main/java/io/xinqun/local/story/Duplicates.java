package io.xinqun.local.story;

import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.evidence.Metrics;
import io.xinqun.local.story.evidence.OrderEvents;
import io.xinqun.local.story.stage.Crowd;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import io.xinqun.local.wechat.api.Forgery;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What comes twice counts once; what is wrong is refused and counted; what is silent is found.
final class Duplicates implements Story {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int COPIES = 5;
    private static final int CLICKS = 20;
    private static final int STOCK = 50;

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String summary() {
        return "copied, forged and lost payment notifications, and the same order sent often";
    }

    @Override
    public void play(Stage stage) {
        Operator operator = stage.operator();
        Supplier supplier = operator.openSupplier(stage.named("tea"), "云雾茶园");
        FeedItem tea = FeedItem.of("TEA", "明前绿茶 100 克", "茶饮", "绿茶");
        tea.priced(6_000, 12_800).counted(STOCK, Clock.systemUTC().instant());
        Market market = new Market(operator, stage.passerBy(0).person());
        Goods goods = market.putUp(supplier, stage.named("delivery"), List.of(tea)).getFirst();
        market.awaitFree(goods, STOCK);
        copies(stage, goods);
        forgeries(stage, goods);
        silence(stage, goods);
        clicks(stage, goods);
        stage.narrator().step("Of " + STOCK + " packets four are held or sold");
        market.awaitFree(goods, STOCK - 4);
        JsonNode proof = operator.proofThatHolds(LIMIT);
        stage.narrator().check("the proof holds", proof.path("holds").asBoolean());
    }

    private static void copies(Stage stage, Goods goods) {
        Narrator tell = stage.narrator();
        tell.step(COPIES + " parallel copies of one notification");
        Buyer buyer = stage.passerBy(1);
        String order = placed(stage, buyer, goods);
        List<Integer> statuses = stage.wechat().payWithCopies(number(stage, buyer, order), COPIES);
        tell.check(
                "each copy is answered with 2xx: " + statuses,
                statuses.stream().allMatch(status -> status / 100 == 2));
        buyer.awaitState(order, "paid", LIMIT);
        Map<String, Long> told = new OrderEvents(stage.fleet().kafka()).typesOf(order);
        tell.checkEqual("order.paid.v1 told", 1L, told.getOrDefault("order.paid.v1", 0L));
    }

    private static void forgeries(Stage stage, Goods goods) {
        Narrator tell = stage.narrator();
        tell.step("Notifications with a wrong amount, signature, merchant, app id, and more");
        Buyer buyer = stage.passerBy(2);
        String order = placed(stage, buyer, goods);
        String number = number(stage, buyer, order);
        Metrics metrics = new Metrics(stage.fleet().management("order-service"));
        double before = metrics.sum("refused");
        int forged = 0;
        for (Forgery kind : Forgery.values()) {
            if (kind != Forgery.NONE) {
                int status = stage.wechat().forge(number, kind);
                tell.check(kind + " is refused with " + status, status / 100 == 4);
                forged++;
            }
        }
        tell.checkEqual(
                "the order still waits", "awaiting-payment", buyer.read(order).text("/state"));
        tell.check(
                "each is counted: " + (metrics.sum("refused") - before),
                metrics.sum("refused") - before >= forged);
        stage.wechat().payNumber(number);
        buyer.awaitState(order, "paid", LIMIT);
        tell.check("the right one is taken afterwards", true);
    }

    private static void silence(Stage stage, Goods goods) {
        Narrator tell = stage.narrator();
        tell.step("A payment of which no notification comes");
        Buyer buyer = stage.passerBy(3);
        String order = placed(stage, buyer, goods);
        stage.wechat().paySilently(number(stage, buyer, order));
        buyer.awaitState(order, "paid", Duration.ofMinutes(2));
        tell.check("it is found by asking", true);
    }

    private static void clicks(Stage stage, Goods goods) {
        Narrator tell = stage.narrator();
        tell.step("The same order sent " + CLICKS + " times at once");
        Buyer buyer = stage.passerBy(4);
        List<Reply> replies =
                Crowd.atOnce(CLICKS, click -> buyer.orderOne(goods.sku(), stage.named("click")));
        long ids = replies.stream().map(reply -> reply.text("/id")).distinct().count();
        tell.check("each is answered with 2xx", replies.stream().allMatch(Reply::succeeded));
        tell.checkEqual("orders", 1L, ids);
        Reply other =
                buyer.order(Buyer.sent(Buyer.basket(goods.sku(), 2, "")), stage.named("click"));
        tell.checkEqual("another basket under that key", "idempotency-key-reused", other.code());
    }

    private static String placed(Stage stage, Buyer buyer, Goods goods) {
        return buyer.orderOne(goods.sku(), stage.named("order-" + buyer.account()))
                .expect(201)
                .text("/id");
    }

    /// The merchant's number of the payment, as WeChat knows it.
    private static String number(Stage stage, Buyer buyer, String order) {
        Reply payment = buyer.payment(order, stage.named("payment-" + order)).expect(200, 201);
        return stage.wechat().numberOf(payment.text("/package"));
    }
}
