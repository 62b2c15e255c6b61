package io.xinqun.local.story.bad;

import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.Curator;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Person;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.wechat.wire.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A right request for every endpoint that takes a body; members that may be left out are left out,
/// so that spoiling any member makes the request wrong.
public record Requests(Stage stage, Cast cast, Goods goods, String order) {

    /// Who has to be somebody special.
    public record Cast(Operator operator, Supplier supplier, Curator curator) {}

    /// `open` ones need no token.
    public record Endpoint(String path, Person caller, ObjectNode body, boolean open) {}

    public List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        Person boss = cast.operator().person();
        Person lin = cast.curator().person();
        Person mei = stage.passerBy(1).person();
        all.add(closed("/api/v1/operator/suppliers", boss, Json.object().put("name", "甲")));
        all.add(closed("/api/v1/operator/accounts", boss, account()));
        all.add(closed("/api/v1/operator/curators", boss, Json.object().put("account", "nobody")));
        all.add(
                closed(
                        "/api/v1/operator/referral-policies",
                        boss,
                        Json.object().put("model", "last-touch").put("windowDays", 30)));
        all.add(closed("/api/v1/operator/plans", boss, plan()));
        all.add(
                closed(
                        "/api/v1/suppliers/me/feed-keys",
                        cast.supplier().person(),
                        Json.object().put("keyId", "k").put("publicKey", "AAAA")));
        all.add(open("/api/v1/sign-in/password", login()));
        all.add(open("/api/v1/sign-in/wechat-mini-program", Json.object().put("code", "0abc")));
        all.add(open("/api/v1/sign-in/refresh", Json.object().put("refreshToken", "abc")));
        all.add(closed("/api/v1/communities", lin, community()));
        all.add(closed("/api/v1/share-links", lin, shareLink()));
        all.add(closed("/api/v1/quotes", mei, Buyer.basket(goods.sku(), 1, "")));
        all.add(closed("/api/v1/orders", mei, Buyer.sent(Buyer.basket(goods.sku(), 1, ""))));
        all.add(closed("/api/v1/orders/" + order + "/payments", mei, payment()));
        return all;
    }

    public Reply send(Endpoint endpoint, Person caller, String type, String body) {
        return caller.postRaw(endpoint.path(), type, body);
    }

    public ObjectNode payment() {
        return Json.object().put("channel", "wechat-jsapi").put("openId", "openid-of-mei");
    }

    private static ObjectNode account() {
        ObjectNode account =
                Json.object().put("login", "somebody").put("password", "Secret-2026-x");
        account.putArray("roles").add("operator");
        return account;
    }

    private static ObjectNode login() {
        return Json.object().put("login", "nobody").put("password", "wrong");
    }

    private static ObjectNode plan() {
        ObjectNode plan = Json.object();
        plan.putObject("scope").put("kind", "platform");
        plan.putObject("level1").put("rateBasisPoints", 100);
        return plan;
    }

    private static ObjectNode community() {
        ObjectNode community = Json.object().put("name", "邻里").put("kind", "sharing");
        return community.put("purpose", "selling").put("admission", "open").put("capacity", 50);
    }

    private ObjectNode shareLink() {
        ObjectNode link = Json.object().put("channel", "group");
        link.putObject("target").put("kind", "product").put("id", goods.product());
        return link;
    }

    private static Endpoint closed(String path, Person caller, ObjectNode body) {
        return new Endpoint(path, caller, body, false);
    }

    private Endpoint open(String path, ObjectNode body) {
        return new Endpoint(path, stage.gateway().anonymous(), body, true);
    }
}
