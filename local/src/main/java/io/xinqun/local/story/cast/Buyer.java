package io.xinqun.local.story.cast;

import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.client.Person;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.ToldEvent;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.wechat.WechatControl;
import io.xinqun.local.wechat.wire.Json;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Who buys. `openId` names the person at WeChat, `account` in our system.
public record Buyer(Person person, String account, String openId) {

    public static Buyer signIn(Gateway gateway, WechatControl wechat, String openId) {
        Reply reply = SignIn.withWechat(gateway, wechat, openId);
        Person person = gateway.as(reply.text("/accessToken"));
        return new Buyer(person, reply.text("/account/id"), openId);
    }

    public void join(String community) {
        person.post("/api/v1/communities/" + community + "/members", Json.object())
                .expect(200, 201, 202);
    }

    /// Opens a curator's link; gives the attribution token, "" if there is none.
    public String visit(String code) {
        return person.post("/api/v1/share-links/" + code + "/visits", Json.object())
                .expect(200, 201)
                .text("/attributionToken");
    }

    /// The basket of one article, as quotes and orders take it.
    public static ObjectNode basket(String sku, int quantity, String attributionToken) {
        ObjectNode basket = Json.object();
        basket.putArray("lines").addObject().put("skuId", sku).put("quantity", quantity);
        if (!attributionToken.isEmpty()) {
            basket.put("attributionToken", attributionToken);
        }
        return basket;
    }

    /// Where everything is sent: personal data, which no log may show.
    public static ObjectNode address() {
        return Json.object()
                .put("name", "王小美")
                .put("phone", "13800138000")
                .put("region", "浙江省 杭州市 西湖区")
                .put("detail", "文三路 90 号 3 幢 501");
    }

    /// The same with where to send it.
    public static ObjectNode sent(ObjectNode basket) {
        basket.set("address", address());
        return basket;
    }

    public Reply quote(String sku, int quantity, String attributionToken) {
        return person.post("/api/v1/quotes", basket(sku, quantity, attributionToken));
    }

    public Reply order(ObjectNode basket, String key) {
        return person.post("/api/v1/orders", basket, key);
    }

    public Reply orderOne(String sku, String key) {
        return order(sent(basket(sku, 1, "")), key);
    }

    public Reply read(String order) {
        return person.get("/api/v1/orders/" + order);
    }

    public Reply cancel(String order, String key) {
        return person.post("/api/v1/orders/" + order + "/cancellation", Json.object(), key);
    }

    /// The states that the order is told to reach after this event, until it reaches its last.
    public List<ToldEvent> watch(String order, String after) {
        return person.watch("/api/v1/orders/" + order + "/events", after);
    }

    /// Asks for the payment parameters of `wx.requestPayment`.
    public Reply payment(String order, String key) {
        return person.post("/api/v1/orders/" + order + "/payments", paymentRequest(), key);
    }

    public ObjectNode paymentRequest() {
        return Json.object().put("channel", "wechat-jsapi").put("openId", openId);
    }

    /// Waits until the order is in this state.
    public Reply awaitState(String order, String state, Duration limit) {
        return Waiting.until(
                "order " + order + " " + state,
                limit,
                () -> read(order),
                reply -> reply.is(200) && reply.text("/state").equals(state));
    }
}
