package io.xinqun.local.story.fault;

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
import io.xinqun.local.wechat.WechatControl;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// People order and pay while something bad happens; nothing is lost and nothing is doubled.
final class UnderTrouble implements Story {

    private static final int MANY_PEOPLE = 2_000;
    private static final int AT_ONCE = 16;
    private static final int KINDS = 3;
    private static final int INTERNAL_ERROR = 500;

    /// One article is scarce, so that some are told `sold-out` in the middle of it.
    private static final int SCARCE = 40;

    /// What a client waits for one answer while a part of the system is down.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long LONGEST_DELAY_MILLIS = 2_000;

    /// People take their time, so that trouble meets them at every step and not only the first.
    private static final long LONGEST_THOUGHT_MILLIS = 6_000;

    private static final long LONGEST_THOUGHT_OF_MANY_MILLIS = 1_000;

    private final Trouble trouble;

    UnderTrouble(Trouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public String name() {
        return trouble.name();
    }

    @Override
    public String summary() {
        return trouble.summary();
    }

    @Override
    public Map<String, Integer> instances() {
        return trouble.instances();
    }

    @Override
    public boolean needsNetwork() {
        return trouble.needsNetwork();
    }

    @Override
    public void play(Stage stage) {
        int people = stage.arguments().isLong() ? MANY_PEOPLE : trouble.people();
        Narrator tell = stage.narrator();
        long seed = stage.arguments().seed();
        tell.step(KINDS + " articles, " + SCARCE + " pieces of one of them (seed " + seed + ")");
        Operator operator = stage.operator();
        AtomicInteger done = new AtomicInteger();
        Scene scene = new Scene(stage, people, done, new Random(seed));
        Map<Goods, Integer> goods = goods(stage, operator, scene.most());
        long errors = stage.gateway().answered(INTERNAL_ERROR);

        tell.step(people + " people and more order and pay, " + AT_ONCE + " at a time");
        CompletableFuture<Void> happening = Crowd.beside(() -> trouble.happen(scene));
        List<Goods> articles = List.copyOf(goods.keySet());
        List<Purchase> log =
                Crowd.inTurns(
                                scene.most(),
                                AT_ONCE,
                                person -> {
                                    if (person >= people && happening.isDone()) {
                                        return Optional.<Purchase>empty();
                                    }
                                    think(stage, person);
                                    Purchase bought = buy(stage, person, articles);
                                    done.incrementAndGet();
                                    return Optional.of(bought);
                                })
                        .stream()
                        .flatMap(Optional::stream)
                        .toList();
        happening.join();
        tell.step("What the clients, WeChat, the topics, the stock and the ledger say");
        tell.checkEqual("internal errors", 0L, stage.gateway().answered(INTERNAL_ERROR) - errors);
        new Reckoning(stage, operator, log).settle(goods);
    }

    /// The articles and how many pieces there are of each.
    private static Map<Goods, Integer> goods(Stage stage, Operator operator, int plenty) {
        Supplier supplier = operator.openSupplier(stage.named("tools"), "老匠铺");
        Market market = new Market(operator, stage.passerBy(0).person());
        List<FeedItem> items =
                IntStream.range(0, KINDS)
                        .mapToObj(kind -> article(kind, pieces(kind, plenty)))
                        .toList();
        List<Goods> found = market.putUp(supplier, stage.named("delivery"), items);
        Map<Goods, Integer> goods = new LinkedHashMap<>();
        for (int kind = 0; kind < KINDS; kind++) {
            goods.put(found.get(kind), pieces(kind, plenty));
        }
        goods.forEach(market::awaitFree);
        return goods;
    }

    private static int pieces(int kind, int plenty) {
        return kind == 0 ? SCARCE : plenty;
    }

    private static FeedItem article(int kind, int pieces) {
        return FeedItem.of("TOOL-" + kind, "老匠厨刀 第 " + (kind + 1) + " 款", "家居", "厨具")
                .priced(3_000 + 700L * kind, 6_900 + 1_100L * kind)
                .counted(pieces, Clock.systemUTC().instant());
    }

    private static void think(Stage stage, int person) {
        boolean many = stage.arguments().isLong();
        long longest = many ? LONGEST_THOUGHT_OF_MANY_MILLIS : LONGEST_THOUGHT_MILLIS;
        Waiting.pause(new Random(stage.arguments().seed() - person).nextLong(longest));
    }

    /// One person's way through an order and its payment, whatever happens meanwhile.
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
                        PATIENCE,
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
        JsonNode paid = stage.wechat().pay(payment.json(), notice(stage, person));
        return new Purchase(buyer, article, placed, order, paid.path("amountFen").asLong() > 0);
    }

    /// One payment in ten is told to nobody, two are told three times; each at a time of its own,
    /// so that they come in another order.
    private static WechatControl.Notice notice(Stage stage, int person) {
        Random chance = new Random(stage.arguments().seed() + person);
        int kind = chance.nextInt(10);
        return new WechatControl.Notice(
                kind == 0 ? 0 : kind < 3 ? 3 : 1, chance.nextLong(LONGEST_DELAY_MILLIS));
    }
}
