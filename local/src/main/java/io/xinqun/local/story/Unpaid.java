package io.xinqun.local.story;

import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.ToldEvent;
import io.xinqun.local.story.evidence.OrderEvents;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Orders that nobody pays give back what they held; whoever watches is told.
final class Unpaid implements Story {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ORDERS = "order-service";

    /// Long enough for a cold machine to place two orders in, short enough to wait for.
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "unpaid";
    }

    @Override
    public String summary() {
        return "orders nobody pays expire or are cancelled, give back their stock, and say so";
    }

    @Override
    public void play(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("A supplier has three umbrellas");
        Operator operator = stage.operator();
        Supplier supplier = operator.openSupplier(stage.named("rain"), "雨具工坊");
        FeedItem umbrella = FeedItem.of("UMBRELLA", "油纸伞", "家居", "雨具");
        umbrella.priced(4_000, 9_900).counted(3, Clock.systemUTC().instant());
        Market market = new Market(operator, stage.passerBy(0).person());
        Goods goods = market.putUp(supplier, stage.named("delivery"), List.of(umbrella)).getFirst();
        market.awaitFree(goods, 3);

        cancel(stage, market, goods);
        tell.step("order-service starts again with " + DEADLINE.toSeconds() + " s for a payment");
        stage.fleet().restart(ORDERS, Map.of("XINQUN_ORDER_PAYMENT_DEADLINE", DEADLINE.toString()));
        String expired = expire(stage, market, goods);
        tell.step("order-service starts again with its usual half hour");
        stage.fleet().restart(ORDERS);
        buyAfterAll(stage, goods);
        payTooLate(stage, expired);
    }

    private static void cancel(Stage stage, Market market, Goods goods) {
        Narrator tell = stage.narrator();
        tell.step("Somebody orders one and takes the order back");
        Buyer buyer = stage.passerBy(1);
        String order =
                buyer.orderOne(goods.sku(), stage.named("cancelled")).expect(201).text("/id");
        market.awaitFree(goods, 2);
        buyer.cancel(order, stage.named("cancel")).expect(200);
        Reply again = buyer.cancel(order, stage.named("cancel-again")).expect(200);
        tell.checkEqual("cancelled, and cancelled again", "cancelled", again.text("/state"));
        market.awaitFree(goods, 3);
        tell.check("its umbrella is free again", true);
    }

    private static String expire(Stage stage, Market market, Goods goods) {
        Narrator tell = stage.narrator();
        tell.step("Two people order all three, pay nothing, and one of them watches");
        Buyer first = stage.passerBy(2);
        Buyer second = stage.passerBy(3);
        String one = insist(first, goods, 1, stage.named("unpaid-one")).expect(201).text("/id");
        CompletableFuture<List<ToldEvent>> watched =
                CompletableFuture.supplyAsync(() -> first.watch(one, ""));
        String two = insist(second, goods, 2, stage.named("unpaid-two")).expect(201).text("/id");
        Reply third = stage.passerBy(4).orderOne(goods.sku(), stage.named("unpaid-three"));
        tell.checkEqual("a third", "sold-out", third.code());
        first.awaitState(one, "expired", LIMIT);
        second.awaitState(two, "expired", LIMIT);
        market.awaitFree(goods, 3);
        tell.check("both expired and all three are free again", true);
        told(stage, first, one, watched.join());
        return one;
    }

    /// order-service has just come back, so the first answer may be that nobody is there.
    private static Reply insist(Buyer buyer, Goods goods, int pieces, String key) {
        return buyer.person()
                .insist("/api/v1/orders", Buyer.sent(Buyer.basket(goods.sku(), pieces, "")), key);
    }

    private static void told(Stage stage, Buyer buyer, String order, List<ToldEvent> events) {
        Narrator tell = stage.narrator();
        tell.step("What the watcher was told, and what the topic says");
        List<String> states = events.stream().map(event -> event.text("/state")).toList();
        tell.checkEqual("states", List.of("placing", "awaiting-payment", "expired"), states);
        tell.checkEqual(
                "numbers", List.of("1", "2", "3"), events.stream().map(ToldEvent::id).toList());
        List<ToldEvent> rest = buyer.watch(order, "2");
        tell.checkEqual(
                "who comes back after number 2 hears",
                List.of("expired"),
                rest.stream().map(event -> event.text("/state")).toList());
        Map<String, Long> types = new OrderEvents(stage.fleet().kafka()).typesOf(order);
        tell.checkEqual("order.expired.v1 told", 1L, types.getOrDefault("order.expired.v1", 0L));
        tell.checkEqual("order.paid.v1 told", 0L, types.getOrDefault("order.paid.v1", 0L));
    }

    private static void buyAfterAll(Stage stage, Goods goods) {
        Narrator tell = stage.narrator();
        tell.step("The third person asks again and pays");
        Buyer buyer = stage.passerBy(4);
        Reply placed = insist(buyer, goods, 1, stage.named("paid")).expect(201);
        Reply payment = buyer.payment(placed.text("/id"), stage.named("payment")).expect(200, 201);
        stage.wechat().pay(payment.json());
        buyer.awaitState(placed.text("/id"), "paid", LIMIT);
        tell.check("the order is paid", true);
    }

    private static void payTooLate(Stage stage, String expired) {
        Narrator tell = stage.narrator();
        tell.step("The first person wants to pay after all");
        Reply late = stage.passerBy(2).payment(expired, stage.named("late"));
        tell.checkEqual("it is refused", "not-payable", late.code());
    }
}
