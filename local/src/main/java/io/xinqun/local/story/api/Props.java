package io.xinqun.local.story.api;

import io.xinqun.local.story.api.Recipe.Caller;
import io.xinqun.local.story.api.Recipe.NotOwned;
import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Person;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.wechat.wire.Json;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// What requests are about, made when it is first asked for.
public final class Props {
    private static final int SEATS = 50;
    private static final int PIECES = 5_000;

    private final Cast cast;
    private final List<Goods> goods;
    private final Map<String, String> made = new ConcurrentHashMap<>();

    public Props(Cast cast) {
        this.cast = cast;
        List<FeedItem> items = List.of(item("SOAP", "手工橄榄皂"), item("SPARE", "备用橄榄皂"));
        Market market = new Market(cast.operator(), cast.stage().passerBy(0).person());
        this.goods = market.putUp(cast.supplier(0), delivery(0), items);
        market.awaitFree(goods.getFirst(), PIECES);
        cast.supplier(1).feed(delivery(1), List.of(item("OTHER", "别家的皂")));
    }

    private static FeedItem item(String sku, String name) {
        return FeedItem.of(sku, name, "个护", "香皂")
                .priced(900, 2_400)
                .counted(PIECES, Clock.systemUTC().instant());
    }

    /// On sale for the whole story.
    public Goods soap() {
        return goods.getFirst();
    }

    /// On sale until somebody withdraws it.
    Goods spare() {
        return goods.getLast();
    }

    String delivery(int supplier) {
        return cast.stage().named("delivery-" + supplier);
    }

    /// An order of the caller's that waits for its payment.
    public String order(Caller caller) {
        return made.computeIfAbsent("order of " + caller, one -> freshOrder(caller));
    }

    String freshOrder(Caller caller) {
        if (caller.who() != Who.CONSUMER && caller.who() != Who.CURATOR) {
            throw new NotOwned(caller.who());
        }
        return buyer(caller)
                .orderOne(soap().sku(), UUID.randomUUID().toString())
                .expect(201)
                .text("/id");
    }

    /// An order whose story has ended, so that watching it ends.
    String endedOrder(Caller caller) {
        return made.computeIfAbsent(
                "ended order of " + caller,
                one -> {
                    String order = freshOrder(caller);
                    buyer(caller).cancel(order, UUID.randomUUID().toString()).expect(200);
                    return order;
                });
    }

    private Buyer buyer(Caller caller) {
        return new Buyer(cast.person(caller), "", "openid");
    }

    /// A community that the caller has founded.
    public String community(Caller caller, String admission) {
        if (caller.who() != Who.CURATOR && caller.who() != Who.OPERATOR) {
            throw new NotOwned(caller.who());
        }
        return made.computeIfAbsent(
                admission + " community of " + caller,
                one ->
                        cast.person(caller)
                                .post("/api/v1/communities", communityNamed("邻里", admission))
                                .expect(201)
                                .text("/id"));
    }

    static ObjectNode communityNamed(String name, String admission) {
        ObjectNode community = Json.object().put("name", name).put("kind", "sharing");
        return community
                .put("purpose", "selling")
                .put("admission", admission)
                .put("capacity", SEATS);
    }

    /// Somebody who has joined, or asked to; the account.
    String member(String community, int number) {
        Caller joiner = new Caller(Who.CONSUMER, number);
        return made.computeIfAbsent(
                number + " in " + community,
                one -> {
                    cast.buyer(joiner).join(community);
                    return cast.account(joiner);
                });
    }

    String shareCode() {
        Caller sharer = new Caller(Who.CURATOR, 0);
        return made.computeIfAbsent(
                "share",
                one ->
                        cast.person(sharer)
                                .post("/api/v1/share-links", share())
                                .expect(201)
                                .text("/code"));
    }

    ObjectNode share() {
        ObjectNode link = Json.object().put("channel", "group");
        link.putObject("target").put("kind", "product").put("id", soap().product());
        return link;
    }

    /// A session of the caller's that nobody uses.
    String session(Caller caller) {
        Person person = cast.person(caller);
        return made.computeIfAbsent(
                "session of " + caller,
                one -> {
                    String id = person.get("/api/v1/me/sessions").expect(200).text("/items/0/id");
                    if (id.isEmpty()) {
                        throw new NotOwned(caller.who());
                    }
                    return id;
                });
    }

    /// A supplier that nobody needs.
    String spareSupplier() {
        return operators(
                "supplier",
                person ->
                        person.post("/api/v1/operator/suppliers", Json.object().put("name", "备用商行"))
                                .expect(201)
                                .text("/id"));
    }

    String plan() {
        return operators(
                "plan",
                person ->
                        person.post("/api/v1/operator/plans", planFor(soap().sku()))
                                .expect(201)
                                .text("/plan"));
    }

    /// A draft that nobody has put into force yet: another one each time.
    String draft() {
        ObjectNode draft = planFor(soap().sku()).put("draft", true);
        return cast.operator()
                .person()
                .post("/api/v1/operator/plans", draft)
                .expect(201)
                .text("/plan");
    }

    /// An order that was never placed.
    static ObjectNode sample() {
        ObjectNode body = Json.object();
        body.putObject("sample")
                .putArray("lines")
                .addObject()
                .put("skuId", "soap")
                .put("quantity", 1)
                .put("paidFen", 1_000)
                .put("supplierFen", 600);
        return body;
    }

    static ObjectNode planFor(String sku) {
        ObjectNode plan = Json.object();
        plan.putObject("scope").put("kind", "sku").put("value", sku);
        plan.putObject("level1").put("rateBasisPoints", 100);
        return plan;
    }

    private String operators(String what, Function<Person, String> making) {
        return made.computeIfAbsent(what, one -> making.apply(cast.operator().person()));
    }

    /// An account that may be suspended and made a curator; it belongs to nobody on the stage.
    String spareAccount() {
        return cast.account(new Caller(Who.CONSUMER, 900));
    }

    String spareCurator() {
        return cast.account(new Caller(Who.CURATOR, 900));
    }

    String feedKey(int supplier) {
        return made.computeIfAbsent(
                "key of " + supplier,
                one -> {
                    Supplier owner = cast.supplier(supplier);
                    String id = cast.stage().named("key-" + supplier);
                    owner.registerKey(id, publicKey());
                    return id;
                });
    }

    static String publicKey() {
        try {
            byte[] key =
                    KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPublic()
                            .getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has Ed25519", missing);
        }
    }

    /// What nothing follows any more: orders are told, stock is folded.
    public void awaitQuiet(Duration limit, java.util.function.Supplier<?> look) {
        Waiting.until(
                "a system at rest",
                limit,
                () -> {
                    Object before = look.get();
                    Waiting.pause(500);
                    return before.equals(look.get());
                });
    }
}
