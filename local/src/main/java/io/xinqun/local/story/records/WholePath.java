package io.xinqun.local.story.records;

import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.Curator;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.FeedTopic;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.cast.Wallet;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.evidence.BrokerLook;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.wechat.wire.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// One order with everything before and after it, so that every topic has a record whose effect can
/// be seen.
///
/// Shape: the goods come over the feed topic; the price is a curator's, the order names a
/// community; the buyer follows a second curator whom the token in hand does not name yet, so only
/// the binding that was told later gives her the commission; the plan is the goods' own.
final class WholePath implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long DIRECT = 8_800;
    private static final long CURATED = 8_000;
    private static final long SUPPLY = 5_000;

    private final Stage stage;
    private final String name;
    private final int basisPoints;
    private final Operator operator;
    private final Supplier supplier;
    private final FeedTopic topic;
    private final FeedItem honey;

    /// The plan's rate differs from path to path, so that no earlier plan gives the same.
    WholePath(Stage stage, String name, int basisPoints) {
        this.stage = stage;
        this.name = name;
        this.basisPoints = basisPoints;
        this.operator = stage.operator();
        this.supplier = operator.openSupplier(stage.named(name), "百花养蜂场");
        this.topic = new FeedTopic(stage.fleet().kafka(), stage.named(name + "-key"));
        supplier.registerKey(topic.keyId(), topic.publicKey());
        this.honey =
                FeedItem.of("HONEY-1", "百花蜂蜜 1 千克", "粮油", "蜂蜜")
                        .priced(SUPPLY, DIRECT)
                        .cheaper(CURATED, CURATED)
                        .counted(40, Clock.systemUTC().instant());
    }

    Supplier supplier() {
        return supplier;
    }

    FeedTopic topic() {
        return topic;
    }

    FeedItem honey() {
        return honey;
    }

    /// Plays it; every step waits for what the one before it has told.
    void play() {
        Narrator tell = stage.narrator();
        topic.send(supplier.id(), stage.named(name + "-delivery"), honey);
        Market market = new Market(operator, stage.passerBy(0).person());
        Goods goods = market.approve(supplier, List.of(honey)).getFirst();
        tell.check("the feed and the offer are taken: " + goods.sku(), true);
        plan(goods);
        operator.referralPolicy("last-touch", 30);

        Curator first = stage.curator(operator, name + "-lin", "");
        Curator second = stage.curator(operator, name + "-chen", "");
        Curator.Plan open = new Curator.Plan("蜂蜜群", "sharing", "selling", "open");
        String community = second.found(stage.named(name + "-community"), open);
        Buyer buyer = stage.buyer(name + "-mei");
        buyer.join(community);
        String token = buyer.visit(first.share(goods.product(), "", "group"));
        buyer.visit(second.share(goods.product(), community, "group"));
        awaitTaken();
        tell.checkEqual(
                "the catalog knows the curator",
                CURATED,
                buyer.person()
                        .get("/api/v1/products/" + goods.product(), token)
                        .number("/skus/0/price/fen"));
        buy(buyer, goods, token, community);
        new Wallet(second.person(), "the curator who was followed last")
                .awaitFrozen(tell, CURATED * basisPoints / 10_000);
        new Wallet(supplier.person(), "the supplier").awaitFrozen(tell, SUPPLY);
        awaitTaken();
    }

    private void plan(Goods goods) {
        ObjectNode plan = Json.object();
        plan.putObject("scope").put("kind", "sku").put("value", goods.sku());
        plan.putObject("level1").put("rateBasisPoints", basisPoints);
        operator.person().post("/api/v1/operator/plans", plan).expect(201);
    }

    private void buy(Buyer buyer, Goods goods, String token, String community) {
        ObjectNode basket = Buyer.sent(Buyer.basket(goods.sku(), 1, token));
        basket.put("community", community);
        String order = buyer.order(basket, stage.named(name + "-order")).expect(201).text("/id");
        stage.narrator().check("the stock is held and the answer heard: " + order, true);
        stage.wechat()
                .pay(buyer.payment(order, stage.named(name + "-payment")).expect(200, 201).json());
        buyer.awaitState(order, "paid", LIMIT);
    }

    /// Until every group has done all that there is.
    private void awaitTaken() {
        try (BrokerLook broker = new BrokerLook(stage.fleet().kafka())) {
            Waiting.until("no lag", LIMIT, broker::lag, Map::isEmpty);
        }
    }

    @Override
    public void close() {
        topic.close();
    }
}
