package io.xinqun.local.story;

import io.xinqun.local.keys.AccessTokens;
import io.xinqun.local.keys.LocalKeys;
import io.xinqun.local.story.bad.BadLines;
import io.xinqun.local.story.bad.Mutation;
import io.xinqun.local.story.bad.Requests;
import io.xinqun.local.story.cast.Curator;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Person;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.evidence.StoreLook;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Every endpoint gets every kind of bad input.
final class BadInput implements Story {
    /// What requests create; the other collections follow from these by themselves.
    private static final List<String> WATCHED =
            List.of(
                    "orders",
                    "products",
                    "suppliers",
                    "accounts",
                    "communities",
                    "memberships",
                    "shareLinks",
                    "share-links",
                    "plans",
                    "curators",
                    "referralPolicies",
                    "referral-policies",
                    "logins");

    @Override
    public String name() {
        return "bad-input";
    }

    @Override
    public String summary() {
        return "each endpoint with wrong, missing, unknown, huge and foreign input";
    }

    @Override
    public void play(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("A shop with one article, one order of Mei's, and everybody signed in");
        Operator operator = stage.operator();
        Supplier supplier = operator.openSupplier(stage.named("strict"), "严选商行");
        FeedItem soap = FeedItem.of("SOAP", "手工橄榄皂", "个护", "香皂");
        soap.priced(900, 2_400).counted(50, Clock.systemUTC().instant());
        Market market = new Market(operator, stage.passerBy(0).person());
        Goods goods = market.putUp(supplier, stage.named("delivery"), List.of(soap)).getFirst();
        String order =
                stage.passerBy(1)
                        .orderOne(goods.sku(), stage.named("order"))
                        .expect(201)
                        .text("/id");
        Curator curator = stage.curator(operator, "strict-lin", "");
        Requests requests =
                new Requests(stage, new Requests.Cast(operator, supplier, curator), goods, order);

        try (StoreLook store = StoreLook.of(stage.fleet())) {
            Map<String, Long> before = store.counts(WATCHED);
            int sent = 0;
            for (Requests.Endpoint endpoint : requests.endpoints()) {
                sent += play(tell, endpoint, requests);
            }
            sent += tokens(stage, requests);
            sent += foreign(stage, requests, order);
            sent += feedLines(tell, supplier);
            tell.step("After " + sent + " bad requests nothing has changed");
            tell.checkEqual("documents in the store", before, store.counts(WATCHED));
            String state = stage.passerBy(1).read(order).text("/state");
            tell.checkEqual("Mei's order", "awaiting-payment", state);
        }
    }

    private static int play(Narrator tell, Requests.Endpoint endpoint, Requests requests) {
        tell.step("POST " + endpoint.path());
        Tally tally = new Tally(tell);
        for (Mutation mutation : Mutation.of(endpoint.body())) {
            Reply reply =
                    requests.send(endpoint, endpoint.caller(), "application/json", mutation.body());
            tally.add(mutation.what(), reply, mutation.expected());
        }
        tally.add(
                "text instead of JSON",
                requests.send(endpoint, endpoint.caller(), "text/plain", "hello"),
                "unsupported-media-type");
        String huge = "{\"x\":\"" + "x".repeat(2_000_000) + "\"}";
        tally.add(
                "two megabytes",
                requests.send(endpoint, endpoint.caller(), "application/json", huge),
                "body-too-large");
        return tally.finish();
    }

    private static int tokens(Stage stage, Requests requests) {
        Narrator tell = stage.narrator();
        tell.step("No token, expired, somebody else's signature, not a token, the wrong role");
        Tally tally = new Tally(tell);
        Map<String, Person> callers = new TreeMap<>();
        callers.put("no token", stage.gateway().anonymous());
        callers.put("not a token", stage.gateway().as("abc.def.ghi"));
        callers.put("expired", stage.gateway().as(expired(stage, "at+jwt")));
        callers.put("another type", stage.gateway().as(expired(stage, "attribution+jwt")));
        callers.put("somebody else's key", stage.gateway().as(foreign(stage)));
        callers.put("changed", stage.gateway().as(stage.fleet().token("operator", "x") + "AA"));
        for (Requests.Endpoint endpoint : requests.endpoints()) {
            if (endpoint.open()) {
                continue;
            }
            callers.forEach((what, caller) ->
                    tally.add(
                            what + " at " + endpoint.path(),
                            requests.send(
                                    endpoint,
                                    caller,
                                    "application/json",
                                    endpoint.body().toString()),
                            "not-signed-in"));
            if (endpoint.path().contains("/operator/") || endpoint.path().contains("/suppliers/")) {
                tally.add(
                        "a consumer at " + endpoint.path(),
                        requests.send(
                                endpoint,
                                stage.passerBy(2).person(),
                                "application/json",
                                endpoint.body().toString()),
                        "forbidden");
            }
        }
        return tally.finish();
    }

    private static int foreign(Stage stage, Requests requests, String order) {
        Narrator tell = stage.narrator();
        tell.step("Somebody else's order is not there");
        Tally tally = new Tally(tell);
        Person other = stage.passerBy(3).person();
        tally.add("read", other.get("/api/v1/orders/" + order), "not-found");
        tally.add("watch", other.get("/api/v1/orders/" + order + "/events"), "not-found");
        for (String path : List.of("/payments", "/cancellation")) {
            String body = path.equals("/payments") ? requests.payment().toString() : "{}";
            Reply reply = other.postRaw("/api/v1/orders/" + order + path, "application/json", body);
            tally.add(path, reply, "not-found");
        }
        tally.add("no such order", other.get("/api/v1/orders/nothing"), "not-found");
        tally.add("no such product", other.get("/api/v1/products/nothing"), "not-found");
        tally.add("a bad cursor", other.get("/api/v1/orders?cursor=%21%21"), "invalid-request");
        tally.add("a huge page", other.get("/api/v1/products?limit=100000"), "invalid-request");
        tally.add("a word for a page", other.get("/api/v1/products?limit=many"), "invalid-request");
        return tally.finish();
    }

    /// Bad lines do not spoil a delivery: it is taken, and the report names each of them.
    private static int feedLines(Narrator tell, Supplier supplier) {
        tell.step("A feed of bad lines");
        List<String> lines = BadLines.all();
        Reply report = supplier.feedLines("bad-lines", lines);
        tell.check("it is answered with " + report.status(), report.status() < 500);
        tell.checkEqual("refused lines", (long) lines.size(), report.number("/refused"));
        tell.checkEqual("accepted lines", 0L, report.number("/accepted"));
        return lines.size();
    }

    /// A token that is right in everything but the key that signed it.
    private static String foreign(Stage stage) {
        LocalKeys others = LocalKeys.in(stage.fleet().directory().resolve("somebody-elses-keys"));
        Map<String, ?> claims = Map.of();
        return new AccessTokens(others, Clock.systemUTC())
                .access("x", List.of("operator"), claims, Duration.ofHours(1));
    }

    private static String expired(Stage stage, String type) {
        Map<String, ?> claims = Map.of("roles", List.of("operator"), "sid", "s");
        Duration life = type.startsWith("at") ? Duration.ofHours(-1) : Duration.ofHours(1);
        return stage.fleet().tokens().token(type, "somebody", claims, life);
    }

    /// Counts answers and shows those that are wrong.
    private static final class Tally {
        private static final int MOST_SHOWN = 8;

        private final Narrator tell;
        private final List<String> wrong = new ArrayList<>();
        private int sent;

        Tally(Narrator tell) {
            this.tell = tell;
        }

        /// `expected` is a code, or "" for any refusal.
        void add(String what, Reply reply, String expected) {
            sent++;
            boolean refused = reply.status() >= 400 && reply.status() < 500;
            boolean right =
                    expected.isEmpty() ? !reply.code().isEmpty() : expected.equals(reply.code());
            if (!refused || !right) {
                wrong.add(
                        what
                                + " → "
                                + reply.status()
                                + " "
                                + reply.code()
                                + " instead of 4xx "
                                + expected);
            }
        }

        int finish() {
            wrong.stream().limit(MOST_SHOWN).forEach(tell::say);
            tell.check(
                    (sent - wrong.size()) + " of " + sent + " refused as they should",
                    wrong.isEmpty());
            return sent;
        }
    }
}
