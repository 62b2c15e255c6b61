package io.xinqun.local.wechat.api;

import io.xinqun.local.wechat.books.Books;
import io.xinqun.local.wechat.books.Payment;
import io.xinqun.local.wechat.books.Refund;
import io.xinqun.local.wechat.wire.Answer;
import io.xinqun.local.wechat.wire.Call;
import io.xinqun.local.wechat.wire.Json;
import io.xinqun.local.wechat.wire.MerchantCredential;
import io.xinqun.local.wechat.wire.Server;
import io.xinqun.local.wechat.wire.WechatCipher;
import io.xinqun.local.wechat.wire.WechatError;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v3/refund/domestic/refunds`: taken in at once, ended a moment later, then told.
public record RefundApi(
        MerchantCredential credential, Books books, Notifier notifier, Clock clock) {
    private static final String BASE = "/v3/refund/domestic/refunds";
    private static final String NUMBER = "[0-9A-Za-z_|*@-]{1,64}";

    /// How long a refund is PROCESSING; the real one takes minutes.
    private static final long PROCESSING_MILLIS = 300;

    public void register(Server server) {
        server.on("POST", BASE, this::refund).on("GET", BASE + "/([^/]+)", this::query);
    }

    private Answer refund(Call call) {
        credential.check(call);
        JsonNode json = call.json();
        String refundNumber = Json.text(json, "/out_refund_no");
        if (!refundNumber.matches(NUMBER)) {
            throw new WechatError(400, "PARAM_ERROR", "商户退款单号格式错误");
        }
        Payment payment = paymentOf(json);
        String notifyUrl = Json.text(json, "/notify_url", "");
        Refund asked =
                new Refund(
                        refundNumber,
                        "5030" + WechatCipher.nonce(24),
                        payment.number(),
                        String.valueOf(payment.transactionId()),
                        Json.amount(json, "/amount/refund"),
                        Json.amount(json, "/amount/total"),
                        notifyUrl.isEmpty() ? null : notifyUrl,
                        Refund.State.PROCESSING,
                        clock.instant(),
                        null);
        Refund taken = books.refund(asked);
        if (taken.state() == Refund.State.PROCESSING) {
            notifier.later(PROCESSING_MILLIS, () -> end(refundNumber));
        }
        return Answer.ok(told(taken, "status"));
    }

    /// Ends a refund and tells its notify address; a second end changes nothing.
    void end(String refundNumber) {
        boolean first = books.refund(refundNumber).state() == Refund.State.PROCESSING;
        Refund ended = books.end(refundNumber, Refund.State.SUCCESS);
        if (first && ended.notifyUrl() != null) {
            notifier.tell(ended.notifyUrl(), "REFUND.SUCCESS", told(ended, "refund_status"));
        }
    }

    private Answer query(Call call) {
        credential.check(call);
        return Answer.ok(told(books.refund(call.argument()), "status"));
    }

    private Payment paymentOf(JsonNode json) {
        String number = Json.text(json, "/out_trade_no", "");
        String transaction = Json.text(json, "/transaction_id", "");
        @Nullable Payment found =
                books.find(payment ->
                        transaction.isEmpty()
                                ? payment.number().equals(number)
                                : transaction.equals(payment.transactionId()));
        return Optional.ofNullable(found)
                .orElseThrow(() -> new WechatError(404, "RESOURCE_NOT_EXISTS", "订单不存在"));
    }

    private static ObjectNode told(Refund refund, String stateMember) {
        ObjectNode json = Json.object();
        json.put("refund_id", refund.refundId()).put("out_refund_no", refund.refundNumber());
        json.put("transaction_id", refund.transactionId()).put("out_trade_no", refund.number());
        json.put("channel", "ORIGINAL").put("user_received_account", "支付用户零钱");
        json.put("create_time", WechatTime.text(refund.createdAt()));
        json.put(stateMember, refund.state().name()).put("funds_account", "AVAILABLE");
        if (refund.succeededAt() != null) {
            json.put("success_time", WechatTime.text(refund.succeededAt()));
        }
        ObjectNode amount = json.putObject("amount");
        amount.put("total", refund.totalFen()).put("refund", refund.amountFen());
        amount.put("payer_total", refund.totalFen()).put("payer_refund", refund.amountFen());
        amount.put("settlement_total", refund.totalFen());
        amount.put("settlement_refund", refund.amountFen());
        amount.put("discount_refund", 0).put("currency", "CNY");
        return json;
    }
}
