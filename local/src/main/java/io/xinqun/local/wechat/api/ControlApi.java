package io.xinqun.local.wechat.api;

import io.xinqun.local.wechat.books.Books;
import io.xinqun.local.wechat.books.Payment;
import io.xinqun.local.wechat.books.Refund;
import io.xinqun.local.wechat.wire.Answer;
import io.xinqun.local.wechat.wire.Call;
import io.xinqun.local.wechat.wire.Faults;
import io.xinqun.local.wechat.wire.Json;
import io.xinqun.local.wechat.wire.Server;
import io.xinqun.local.wechat.wire.WechatCipher;
import io.xinqun.local.wechat.wire.WechatError;
import java.security.PublicKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/simulator`: what a user does with a phone, what a forger does, and what stories look up.
///
/// - `POST /simulator/codes {openId, unionId?}` gives a sign-in `code`.
/// - `POST /simulator/pay {number | payment, copies?, delayMillis?, silent?, wait?}`: the user
///   pays; `payment` is what `wx.requestPayment` gets, its paySign is verified. With `wait` the
///   answer lists the status each copy of the notification got.
/// - `POST /simulator/forgeries {number, kind}`: one wrong notification of a payment, paid or not.
/// - `GET /simulator/books?cut=`: payments and refunds with fees. `GET
///   /simulator/payments/{number}`.
/// - `POST /simulator/faults {kind, pattern, times?}`, `DELETE /simulator/faults`.
public record ControlApi(
        Books books, MiniProgramApi users, Notifier notifier, Faults faults, Wallet wallet) {
    private static final int MOST_COPIES = 100;

    /// What the user's phone checks before it pays.
    public record Wallet(PublicKey merchantKey, Clock clock) {}

    public void register(Server server) {
        server.on("POST", "/simulator/codes", this::code)
                .on("POST", "/simulator/pay", this::pay)
                .on("POST", "/simulator/forgeries", this::forge)
                .on("GET", "/simulator/books", this::list)
                .on("GET", "/simulator/payments/([^/]+)", this::payment)
                .on("POST", "/simulator/faults", this::order)
                .on("DELETE", "/simulator/faults", this::clear)
                .on("GET", "/simulator/health", call -> Answer.ok(Json.object().put("up", true)));
    }

    private Answer code(Call call) {
        String openId = Json.text(call.json(), "/openId");
        String unionId = Json.text(call.json(), "/unionId", "union-" + openId);
        return Answer.ok(Json.object().put("code", users.code(openId, unionId)));
    }

    private Answer pay(Call call) {
        JsonNode asked = call.json();
        Payment paid = books.pay(chosen(asked).number());
        ObjectNode answer = shown(paid);
        if (Json.flag(asked, "/silent")) {
            return Answer.ok(answer);
        }
        String body = notifier.body("TRANSACTION.SUCCESS", PayApi.transaction(paid), Forgery.NONE);
        int copies = Math.clamp(Json.whole(asked, "/copies", 1), 1, MOST_COPIES);
        long delay = Json.whole(asked, "/delayMillis", 0);
        if (Json.flag(asked, "/wait")) {
            ArrayNode statuses = answer.putArray("statuses");
            IntStream.range(0, copies)
                    .mapToObj(copy -> notifier.send(paid.notifyUrl(), body))
                    .toList()
                    .forEach(status -> statuses.add(status.join()));
        } else {
            IntStream.range(0, copies)
                    .forEach(copy ->
                            notifier.later(delay, () -> notifier.insist(paid.notifyUrl(), body)));
        }
        return Answer.ok(answer);
    }

    private Answer forge(Call call) {
        JsonNode asked = call.json();
        Payment payment = chosen(asked);
        Forgery kind = enumOf(Forgery.class, Json.text(asked, "/kind"));
        ObjectNode resource = PayApi.transaction(asIfPaid(payment));
        String body = notifier.body("TRANSACTION.SUCCESS", resource, kind);
        int status = notifier.once(payment.notifyUrl(), body, kind);
        return Answer.ok(Json.object().put("status", status));
    }

    private Answer payment(Call call) {
        return Answer.ok(shown(books.payment(call.argument())));
    }

    private Answer list(Call call) {
        Instant cut = cut(call.query("cut"));
        ObjectNode answer = Json.object().put("cut", cut.toString());
        ArrayNode payments = answer.putArray("payments");
        for (Payment payment : books.payments()) {
            Instant paidAt = payment.paidAt();
            if (paidAt == null || !paidAt.isAfter(cut)) {
                payments.add(shown(payment));
            }
        }
        ArrayNode refunds = answer.putArray("refunds");
        for (Refund refund : books.refunds()) {
            if (!refund.createdAt().isAfter(cut)) {
                refunds.add(((ObjectNode) Json.of(refund)).put("feeFen", refund.feeFen()));
            }
        }
        return Answer.ok(answer);
    }

    private Answer order(Call call) {
        JsonNode asked = call.json();
        Faults.Kind kind = enumOf(Faults.Kind.class, Json.text(asked, "/kind"));
        int times = (int) Json.whole(asked, "/times", 1);
        faults.order(kind, Json.text(asked, "/pattern"), times);
        return Answer.nothing();
    }

    private Answer clear(Call call) {
        faults.clear();
        return Answer.nothing();
    }

    private Payment chosen(JsonNode asked) {
        if (!asked.has("payment")) {
            return books.payment(Json.text(asked, "/number"));
        }
        JsonNode shown = asked.path("payment");
        String prepay = Json.text(shown, "/package");
        Payment payment = books.find(known -> prepay.equals("prepay_id=" + known.prepayId()));
        if (payment == null || !signedByMerchant(shown, payment, prepay)) {
            throw new WechatError(400, "SIGN_ERROR", "支付验证签名失败");
        }
        return payment;
    }

    private boolean signedByMerchant(JsonNode shown, Payment payment, String prepay) {
        return WechatCipher.verify(
                wallet.merchantKey(),
                Json.text(shown, "/paySign"),
                payment.appId(),
                Json.text(shown, "/timeStamp"),
                Json.text(shown, "/nonceStr"),
                prepay);
    }

    private Payment asIfPaid(Payment payment) {
        return payment.moneyMoved()
                ? payment
                : payment.paid("4200" + WechatCipher.nonce(24), wallet.clock().instant());
    }

    private Instant cut(String text) {
        try {
            return text.isEmpty() ? wallet.clock().instant() : Instant.parse(text);
        } catch (DateTimeException cause) {
            throw new WechatError(400, "PARAM_ERROR", "cut");
        }
    }

    private static ObjectNode shown(Payment payment) {
        return ((ObjectNode) Json.of(payment)).put("feeFen", payment.feeFen());
    }

    private static <E extends Enum<E>> E enumOf(Class<E> type, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return List.of(type.getEnumConstants()).stream()
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WechatError(400, "PARAM_ERROR", "kind"));
    }
}
