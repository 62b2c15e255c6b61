package io.xinqun.local.story;

import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.stage.Crowd;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Programs die in the middle of paid orders; nothing is lost and nothing is doubled.
final class KillAny implements Story {
    private static final int PEOPLE = 200;
    private static final int AT_ONCE = 16;

    /// Fewer than the people, so that some are told `sold-out` in the middle of it.
    private static final int STOCK_EACH = 60;

    private static final int KINDS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final List<String> VICTIMS =
            List.of("order-service", "catalog-service", "commission-service");

    @Override
    public String name() {
        return "kill-any";
    }

    @Override
    public String summary() {
        return "kill -9 of three programs in the middle of " + PEOPLE + " paid orders";
    }

    @Override
    public void play(Stage stage) {
        Narrator tell = stage.narrator();
        long seed = stage.arguments().seed();
        tell.step(KINDS + " articles, " + STOCK_EACH + " pieces each (seed " + seed + ")");
        Operator operator = stage.operator();
        Supplier supplier = operator.openSupplier(stage.named("tools"), "老匠铺");
        Market market = new Market(operator, stage.passerBy(0).person());
        List<Goods> goods = market.putUp(supplier, stage.named("delivery"), articles());
        goods.forEach(article -> market.awaitFree(article, STOCK_EACH));

        tell.step(PEOPLE + " people order and pay, " + AT_ONCE + " at a time, while programs die");
        AtomicInteger done = new AtomicInteger();
        CompletableFuture<Void> killer = Crowd.beside(() -> kill(stage, done, new Random(seed)));
        List<Purchase> log =
                Crowd.inTurns(
                        PEOPLE,
                        AT_ONCE,
                        person -> {
                            Purchase bought = buy(stage, person, goods);
                            done.incrementAndGet();
                            return bought;
                        });
        killer.join();
        tell.step("What the clients, WeChat, the topic, the stock and the ledger say");
        new Reckoning(stage, operator, log).settle(goods, STOCK_EACH, LIMIT);
    }

    private static List<FeedItem> articles() {
        return IntStream.range(0, KINDS)
                .mapToObj(kind ->
                        FeedItem.of("TOOL-" + kind, "老匠厨刀 第 " + (kind + 1) + " 款", "家居", "厨具")
                                .priced(3_000 + 700L * kind, 6_900 + 1_100L * kind)
                                .counted(STOCK_EACH, Clock.systemUTC().instant()))
                .toList();
    }

    /// Kills each victim once, at moments spread over the orders, and starts it again.
    private static void kill(Stage stage, AtomicInteger done, Random random) {
        List<String> order = new ArrayList<>(VICTIMS);
        Collections.shuffle(order, random);
        for (int victim = 0; victim < order.size(); victim++) {
            int moment = PEOPLE * (victim + 1) / (VICTIMS.size() + 2) + random.nextInt(15);
            Waiting.until(moment + " orders", LIMIT, () -> done.get() >= moment);
            String program = order.get(victim);
            stage.narrator().say("kill -9 " + program + " after " + done.get() + " orders");
            stage.fleet().kill(program);
            stage.fleet().restart(program);
            stage.narrator().say(program + " is back after " + done.get() + " orders");
        }
    }

    /// One person's way through an order and its payment, whatever dies meanwhile.
    private static Purchase buy(Stage stage, int person, List<Goods> goods) {
        Goods article = goods.get(person % goods.size());
        Buyer buyer = stage.passerBy(person);
        Reply placed =
                buyer.person()
                        .insist(
                                "/api/v1/orders",
                                Buyer.sent(Buyer.basket(article.sku(), 1, "")),
                                stage.named("order-" + person));
        if (!placed.succeeded()) {
            return new Purchase(buyer, article, placed, "", false);
        }
        String order = placed.text("/id");
        Reply decided =
                Waiting.until(
                        "a decision on " + order,
                        LIMIT,
                        () -> buyer.read(order),
                        reply -> reply.is(200) && !reply.text("/state").equals("placing"));
        if (!decided.text("/state").equals("awaiting-payment")) {
            return new Purchase(buyer, article, placed, order, false);
        }
        Reply payment =
                buyer.person()
                        .insist(
                                "/api/v1/orders/" + order + "/payments",
                                buyer.paymentRequest(),
                                stage.named("payment-" + person));
        if (!payment.succeeded()) {
            return new Purchase(buyer, article, placed, order, false);
        }
        JsonNode paid = stage.wechat().pay(payment.json());
        return new Purchase(buyer, article, placed, order, paid.path("amountFen").asLong() > 0);
    }

    /// One line of the client's own log: what was ordered, the first answer, whether money went.
    record Purchase(Buyer buyer, Goods article, Reply placed, String order, boolean paid) {}
}
