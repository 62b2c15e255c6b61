package io.xinqun.order.payment.client;

import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.Refund;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.wechat.pay.java.service.refund.model.Status;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.payment.ProviderPayment;
import io.xinqun.order.payment.ProviderRefund;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns WeChat's answers into ours. A member that must be there and is not, or a state that we do
/// not know, is an [IllegalArgumentException].
final class WechatTranslation {

    private WechatTranslation() {}

    static ProviderPayment payment(Transaction told) {
        Integer total = told.getAmount() == null ? null : told.getAmount().getTotal();
        String currency = told.getAmount() == null ? null : told.getAmount().getCurrency();
        ProviderPayment.State state = state(told.getTradeState());
        boolean moneyMoved =
                state == ProviderPayment.State.PAID || state == ProviderPayment.State.REFUNDED;
        if (moneyMoved && (total == null || told.getTransactionId() == null)) {
            throw new IllegalArgumentException("a paid transaction without amount or id");
        }
        return new ProviderPayment(
                required(told.getOutTradeNo(), "out_trade_no"),
                state,
                told.getTransactionId(),
                total == null ? Fen.ZERO : Fen.of(total),
                Objects.requireNonNullElse(currency, "CNY"),
                time(told.getSuccessTime()),
                required(told.getMchid(), "mchid"),
                required(told.getAppid(), "appid"));
    }

    static ProviderRefund refund(Refund told) {
        return new ProviderRefund(
                required(told.getOutRefundNo(), "out_refund_no"),
                state(told.getStatus()),
                told.getRefundId(),
                told.getTransactionId(),
                amount(told.getAmount()),
                time(told.getSuccessTime()));
    }

    static ProviderRefund refund(RefundNotification told) {
        return new ProviderRefund(
                required(told.getOutRefundNo(), "out_refund_no"),
                state(told.getRefundStatus()),
                told.getRefundId(),
                told.getTransactionId(),
                amount(told.getAmount()),
                time(told.getSuccessTime()));
    }

    private static ProviderPayment.State state(Transaction.@Nullable TradeStateEnum told) {
        return switch (told) {
            case SUCCESS -> ProviderPayment.State.PAID;
            case REFUND -> ProviderPayment.State.REFUNDED;
            case CLOSED, REVOKED -> ProviderPayment.State.CLOSED;
            // A failed try (PAYERROR) leaves the payment open for another one.
            case NOTPAY, USERPAYING, ACCEPT, PAYERROR -> ProviderPayment.State.NOT_PAID;
            case null -> throw new IllegalArgumentException("an unknown trade_state");
        };
    }

    private static ProviderRefund.State state(@Nullable Status told) {
        return switch (told) {
            case SUCCESS -> ProviderRefund.State.SUCCESS;
            case CLOSED -> ProviderRefund.State.CLOSED;
            case PROCESSING -> ProviderRefund.State.PROCESSING;
            case ABNORMAL -> ProviderRefund.State.ABNORMAL;
            case null -> throw new IllegalArgumentException("an unknown refund status");
        };
    }

    private static Fen amount(com.wechat.pay.java.service.refund.model.@Nullable Amount told) {
        if (told == null || told.getRefund() == null) {
            throw new IllegalArgumentException("a refund without amount");
        }
        return Fen.of(told.getRefund());
    }

    private static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException cause) {
            throw new IllegalArgumentException("not a time: " + text, cause);
        }
    }

    private static String required(@Nullable String value, String member) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("without " + member);
        }
        return value;
    }
}
