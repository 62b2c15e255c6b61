package io.xinqun.local.story.api;

import static io.xinqun.local.story.api.Who.CONSUMER;
import static io.xinqun.local.story.api.Who.CURATOR;
import static io.xinqun.local.story.api.Who.NOBODY;
import static io.xinqun.local.story.api.Who.OPERATOR;
import static io.xinqun.local.story.api.Who.SUPPLIER;

import io.xinqun.local.story.api.Recipe.Caller;
import io.xinqun.local.story.api.Recipe.NotOwned;
import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.wechat.wire.Json;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// What goods, orders and money are asked for with.
final class TradeRecipes extends RecipeBook {

    TradeRecipes(Cast cast, Props props) {
        super(cast, props);
        catalog();
        suppliers();
        orders();
        commission();
    }

    private void catalog() {
        plain("GET /api/v1/products", NOBODY);
        about("GET /api/v1/products/{id}", NOBODY, "id", () -> props.soap().product());
        String products = "/api/v1/operator/products";
        plain("GET " + products, OPERATOR);
        about("GET " + products + "/{id}", OPERATOR, "id", () -> props.soap().product());
        about("POST " + products + "/{id}/approval", OPERATOR, "id", () -> props.soap().product());
        about(
                "POST " + products + "/{id}/withdrawal",
                OPERATOR,
                "id",
                () -> props.spare().product());
        about("GET /api/v1/operator/stock/{unit}", OPERATOR, "unit", () -> props.soap().unit());
        plain("GET /api/v1/operator/stock/proof", OPERATOR);
        String suppliers = "/api/v1/operator/suppliers";
        plain("GET " + suppliers, OPERATOR);
        add(
                "POST " + suppliers,
                OPERATOR,
                (caller, whose) -> Sent.of(Json.object().put("name", "甲")));
        about("GET " + suppliers + "/{id}", OPERATOR, "id", props::spareSupplier);
        about("POST " + suppliers + "/{id}/suspension", OPERATOR, "id", props::spareSupplier);
        about("POST " + suppliers + "/{id}/reinstatement", OPERATOR, "id", props::spareSupplier);
    }

    private void suppliers() {
        String feed = "/api/v1/suppliers/me/feed";
        plain("GET " + feed, SUPPLIER);
        add(
                "POST " + feed,
                SUPPLIER,
                (caller, whose) ->
                        Sent.text("application/x-ndjson", line())
                                .ask("delivery", "d-" + UUID.randomUUID()));
        add(
                "GET " + feed + "/{delivery}",
                SUPPLIER,
                (caller, whose) ->
                        Sent.plain().at("delivery", ofFirm(caller, whose, props::delivery)));
        String keys = "/api/v1/suppliers/me/feed-keys";
        plain("GET " + keys, SUPPLIER);
        add(
                "POST " + keys,
                SUPPLIER,
                (caller, whose) ->
                        Sent.of(
                                Json.object()
                                        .put("keyId", "k-" + UUID.randomUUID())
                                        .put("publicKey", Props.publicKey())));
        add(
                "DELETE " + keys + "/{keyId}",
                SUPPLIER,
                (caller, whose) -> Sent.plain().at("keyId", ofFirm(caller, whose, props::feedKey)));
    }

    private static String line() {
        return FeedItem.of("LATE", "夜里的皂", "个护").priced(900, 2_400).line() + "\n";
    }

    private static String ofFirm(
            Caller caller, Whose whose, java.util.function.IntFunction<String> thing) {
        if (whose == Whose.OWN && caller.who() != SUPPLIER) {
            throw new NotOwned(caller.who());
        }
        return switch (whose) {
            case OWN -> thing.apply(caller.number() == 1 ? 1 : 0);
            case FOREIGN -> thing.apply(caller.number() == 1 ? 0 : 1);
            case ABSENT -> Cast.absent();
        };
    }

    private void orders() {
        String orders = "/api/v1/orders";
        add("POST /api/v1/quotes", CONSUMER, (caller, whose) -> Sent.of(basket()));
        add("POST " + orders, CONSUMER, (caller, whose) -> Sent.of(Buyer.sent(basket())));
        plain("GET " + orders, CONSUMER);
        ordered("GET " + orders + "/{id}", Sent.plain(), props::order);
        ordered("GET " + orders + "/{id}/events", Sent.plain(), props::endedOrder);
        ordered(
                "POST " + orders + "/{id}/payments",
                Sent.of(Json.object().put("channel", "wechat-jsapi").put("openId", "openid-x")),
                props::order);
        ordered("POST " + orders + "/{id}/cancellation", Sent.plain(), props::freshOrder);
        add(
                "POST /api/v1/payments/wechat/notifications",
                NOBODY,
                (caller, whose) -> Sent.text("application/json", "{}"));
    }

    private void ordered(
            String operation, Sent sent, java.util.function.Function<Caller, String> order) {
        add(
                operation,
                CONSUMER,
                (caller, whose) -> sent.at("id", owned(caller, whose, CONSUMER, order)));
    }

    private void ofPlan(String operation, ObjectNode body, Supplier<String> plan) {
        add(
                operation,
                OPERATOR,
                (caller, whose) ->
                        switch (whose) {
                            case OWN -> Sent.of(body).at("plan", plan.get());
                            case FOREIGN -> throw new NotOwned(NOBODY);
                            case ABSENT -> Sent.of(body).at("plan", Cast.absent());
                        });
    }

    private ObjectNode basket() {
        return Buyer.basket(props.soap().sku(), 1, "");
    }

    private void commission() {
        plain("GET /api/v1/wallet", CURATOR);
        plain("GET /api/v1/wallet/entries", CURATOR);
        plain("GET /api/v1/operator/ledger/proof", OPERATOR);
        plain("GET /api/v1/operator/ledger/accounts", OPERATOR);
        String plans = "/api/v1/operator/plans";
        plain("GET " + plans, OPERATOR);
        add(
                "POST " + plans,
                OPERATOR,
                (caller, whose) -> Sent.of(Props.planFor(props.spare().sku())));
        about("POST " + plans + "/{plan}/retirement", OPERATOR, "plan", props::plan);
        ofPlan("POST " + plans + "/{plan}/activation", Json.object(), props::draft);
        ofPlan("POST " + plans + "/{plan}/simulation", Props.sample(), props::draft);
    }
}
