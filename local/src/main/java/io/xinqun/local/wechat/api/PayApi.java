package io.xinqun.local.wechat.api;

import io.xinqun.local.wechat.books.Books;
import io.xinqun.local.wechat.books.Payment;
import io.xinqun.local.wechat.wire.Answer;
import io.xinqun.local.wechat.wire.Call;
import io.xinqun.local.wechat.wire.Json;
import io.xinqun.local.wechat.wire.MerchantCredential;
import io.xinqun.local.wechat.wire.Server;
import io.xinqun.local.wechat.wire.WechatCipher;
import io.xinqun.local.wechat.wire.WechatError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v3/pay/transactions`: JSAPI prepay, query and close, with the checks of the real API.
public record PayApi(Merchant merchant, MerchantCredential credential, Books books, Clock clock) {
    private static final String NUMBER = "[0-9A-Za-z_*-]{6,32}";
    private static final int LONGEST_DESCRIPTION = 127;
    private static final String BASE = "/v3/pay/transactions/";

    public void register(Server server) {
        server.on("POST", BASE + "jsapi", this::prepay)
                .on("GET", BASE + "out-trade-no/([^/]+)", this::query)
                .on("POST", BASE + "out-trade-no/([^/]+)/close", this::close);
    }

    private Answer prepay(Call call) {
        credential.check(call);
        JsonNode json = call.json();
        checkMerchant(json);
        String number = Json.text(json, "/out_trade_no");
        String description = Json.text(json, "/description");
        if (!number.matches(NUMBER) || description.length() > LONGEST_DESCRIPTION) {
            throw new WechatError(400, "PARAM_ERROR", "商户订单号或商品描述格式错误");
        }
        if (!"CNY".equals(Json.text(json, "/amount/currency", "CNY"))) {
            throw new WechatError(400, "PARAM_ERROR", "货币类型错误");
        }
        Payment asked =
                new Payment(
                        number,
                        "wx" + WechatCipher.nonce(34),
                        merchant.id(),
                        merchant.appId(),
                        Json.text(json, "/payer/openid"),
                        Json.amount(json, "/amount/total"),
                        description,
                        Json.text(json, "/attach", ""),
                        Json.text(json, "/notify_url"),
                        expiry(json),
                        Payment.State.NOTPAY,
                        null,
                        null);
        return Answer.ok(Json.object().put("prepay_id", books.announce(asked).prepayId()));
    }

    private Answer query(Call call) {
        credential.check(call);
        checkMerchantId(call.query("mchid"));
        return Answer.ok(transaction(books.payment(call.argument())));
    }

    private Answer close(Call call) {
        credential.check(call);
        checkMerchantId(Json.text(call.json(), "/mchid"));
        books.close(call.argument());
        return Answer.nothing();
    }

    /// A payment as WeChat tells it, in answers and in notifications.
    static ObjectNode transaction(Payment payment) {
        ObjectNode json = Json.object();
        json.put("appid", payment.appId()).put("mchid", payment.merchant());
        json.put("out_trade_no", payment.number()).put("attach", payment.attach());
        json.put("trade_state", payment.state().name());
        json.put("trade_state_desc", payment.moneyMoved() ? "支付成功" : "订单未支付");
        json.putObject("payer").put("openid", payment.openId());
        ObjectNode amount = json.putObject("amount");
        amount.put("total", payment.amountFen()).put("currency", "CNY");
        if (payment.transactionId() != null && payment.paidAt() != null) {
            json.put("transaction_id", payment.transactionId());
            json.put("trade_type", "JSAPI").put("bank_type", "OTHERS");
            json.put("success_time", WechatTime.text(payment.paidAt()));
            amount.put("payer_total", payment.amountFen()).put("payer_currency", "CNY");
        }
        return json;
    }

    private void checkMerchant(JsonNode json) {
        checkMerchantId(Json.text(json, "/mchid"));
        if (!merchant.appId().equals(Json.text(json, "/appid"))) {
            throw new WechatError(400, "APPID_MCHID_NOT_MATCH", "AppID和mch_id不匹配");
        }
    }

    private void checkMerchantId(String id) {
        if (!merchant.id().equals(id)) {
            throw new WechatError(400, "MCH_NOT_EXISTS", "商户号不存在");
        }
    }

    private @Nullable Instant expiry(JsonNode json) {
        String text = Json.text(json, "/time_expire", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (at.isAfter(clock.instant())) {
                return at;
            }
        } catch (DateTimeException cause) {
            throw new WechatError(400, "PARAM_ERROR", "time_expire 格式错误");
        }
        throw new WechatError(400, "PARAM_ERROR", "time_expire 已过");
    }
}
