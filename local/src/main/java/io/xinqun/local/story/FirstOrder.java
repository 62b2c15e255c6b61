package io.xinqun.local.story;

import static io.xinqun.local.story.stage.Narrator.yuan;

import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.Curator;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.FeedTopic;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.cast.Wallet;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// From a supplier's feed to the last fen in the ledger.
final class FirstOrder implements Story {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    // Two bags of rice through a curator's link: 9,980 fen paid, 3,200 a bag to the supplier,
    // 10 % and 2 % commission rounded down, the rest for the platform.
    private static final long PAID = 2 * 4_990;
    private static final long SUPPLIER = 2 * 3_200;
    private static final long FIRST = 998;
    private static final long SECOND = 199;
    private static final long FEE = 60;

    @Override
    public String name() {
        return "first-order";
    }

    @Override
    public String summary() {
        return "feed, share, order, pay, commission: the whole path once";
    }

    @Override
    public void play(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("The operator opens the supplier, sets 10 % and 2 % commission, last touch");
        Operator operator = stage.operator();
        Supplier supplier = operator.openSupplier(stage.named("terrace"), "高山梯田合作社");
        operator.platformPlan(1_000, 200);
        operator.referralPolicy("last-touch", 30);
        Market market = new Market(operator, stage.passerBy(0).person());

        Goods rice = feed(stage, market, supplier);
        Curator chen = stage.curator(operator, "chen", "");
        Curator lin = stage.curator(operator, "lin", chen.account());
        String code = share(stage, lin, rice);
        Buyer mei = stage.buyer("mei");
        String order = order(stage, mei, rice, code);
        pay(stage, mei, order);
        earn(stage, lin, order, FIRST);
        earn(stage, chen, order, SECOND);
        new Wallet(supplier.person(), "the supplier").awaitFrozen(stage.narrator(), SUPPLIER);
        prove(stage, operator);
    }

    private static Goods feed(Stage stage, Market market, Supplier supplier) {
        Narrator tell = stage.narrator();
        tell.step("The supplier feeds rice over HTTP and honey over the signed Kafka topic");
        Instant now = Instant.now(java.time.Clock.systemUTC());
        FeedItem rice = FeedItem.of("RICE-5", "梯田红米 5 千克", "粮油", "杂粮");
        rice.priced(3_200, 5_980).cheaper(4_990, 5_490).counted(100, now);
        FeedItem honey = FeedItem.of("HONEY-1", "百花蜂蜜 1 千克", "粮油", "蜂蜜");
        honey.priced(5_600, 8_800).counted(40, now);
        Goods first =
                market.putUp(supplier, stage.named("first-delivery"), List.of(rice)).getFirst();
        String delivery = stage.named("topic-delivery");
        try (FeedTopic topic = new FeedTopic(stage.fleet().kafka(), stage.named("key"))) {
            supplier.registerKey(topic.keyId(), topic.publicKey());
            topic.send(supplier.id(), delivery, honey);
        }
        Goods second = market.approve(supplier, List.of(honey)).getFirst();
        tell.say(
                first.name()
                        + " "
                        + yuan(first.directFen())
                        + ", "
                        + second.name()
                        + " "
                        + yuan(second.directFen()));
        tell.checkEqual("the honey from the topic costs", 8_800L, second.directFen());
        return first;
    }

    private static String share(Stage stage, Curator lin, Goods rice) {
        Narrator tell = stage.narrator();
        tell.step("Curator Lin founds a community and shares the rice into it");
        String community =
                lin.found(
                        stage.named("community"),
                        new Curator.Plan("梯田米友群", "sharing", "selling", "open"));
        String code = lin.share(rice.product(), community, "group");
        tell.say("share link " + code);
        return community + " " + code;
    }

    private static String order(Stage stage, Buyer mei, Goods rice, String shared) {
        Narrator tell = stage.narrator();
        String community = shared.substring(0, shared.indexOf(' '));
        tell.step("Mei joins, opens the link, and sees Lin's price");
        mei.join(community);
        String token = mei.visit(shared.substring(shared.indexOf(' ') + 1));
        tell.check("the visit gives an attribution token", !token.isEmpty());
        String product = "/api/v1/products/" + rice.product();
        tell.checkEqual(
                "without the link", 5_980L, mei.person().get(product).number("/skus/0/price/fen"));
        Reply seen =
                Waiting.until(
                        "Lin's price",
                        LIMIT,
                        () -> mei.person().get(product, token),
                        reply -> reply.number("/skus/0/price/fen") == 4_990);
        tell.checkEqual("through the link", 4_990L, seen.number("/skus/0/price/fen"));

        tell.step("Mei asks for a quote and orders two bags");
        Reply quote =
                Waiting.until(
                        "a quote with Lin's price",
                        LIMIT,
                        () -> mei.quote(rice.sku(), 2, token),
                        reply -> reply.number("/payableFen") == PAID);
        tell.checkEqual("quoted", PAID, quote.number("/payableFen"));
        ObjectNode basket = Buyer.sent(Buyer.basket(rice.sku(), 2, token));
        basket.put("community", community);
        Reply placed = mei.order(basket, stage.named("order")).expect(201);
        tell.checkEqual("to pay", PAID, placed.number("/payableFen"));
        Reply again = mei.order(basket, stage.named("order")).expect(200, 201);
        tell.checkEqual(
                "the same key again is the same order", placed.text("/id"), again.text("/id"));
        return placed.text("/id");
    }

    private static void pay(Stage stage, Buyer mei, String order) {
        Narrator tell = stage.narrator();
        tell.step("Mei pays " + yuan(PAID) + " with WeChat");
        Reply payment = mei.payment(order, stage.named("payment")).expect(200, 201);
        JsonNode paid = stage.wechat().pay(payment.json());
        tell.checkEqual("WeChat took", PAID, paid.path("amountFen").asLong());
        mei.awaitState(order, "paid", LIMIT);
        tell.check("the order is paid", true);
    }

    private static void earn(Stage stage, Curator curator, String order, long expected) {
        new Wallet(curator.person(), "curator " + curator.account())
                .awaitFrozen(stage.narrator(), expected);
        boolean explained =
                curator.entries().stream()
                        .anyMatch(entry ->
                                entry.path("orderId").asString("").equals(order)
                                        && !entry.path("lineId").asString("").isEmpty());
        stage.narrator().check("an entry names the order line it comes from", explained);
    }

    private static void prove(Stage stage, Operator operator) {
        Narrator tell = stage.narrator();
        tell.step("The operator asks for the proof");
        JsonNode proof = operator.proofThatHolds(LIMIT);
        tell.check(
                "every entry sums to 0: " + proof.at("/entries/checked").asLong() + " entries",
                proof.path("holds").asBoolean());
        tell.check(
                "WeChat's own books agree: " + proof.at("/provider/compared").asLong() + " lines",
                proof.at("/provider/read").asBoolean());
        JsonNode books = stage.wechat().books(Instant.now(java.time.Clock.systemUTC()));
        long fees = 0;
        for (JsonNode payment : books.path("payments")) {
            fees += payment.path("feeFen").asLong();
        }
        tell.check("WeChat kept " + yuan(fees) + ", of this order " + yuan(FEE), fees >= FEE);
    }
}
