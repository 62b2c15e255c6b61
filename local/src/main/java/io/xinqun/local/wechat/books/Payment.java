package io.xinqun.local.wechat.books;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One payment in WeChat's books.
///
/// Shape: `number` is the merchant's out_trade_no; transactionId and paidAt come with the money.
/// Units: fen. State: NOTPAY to SUCCESS or CLOSED; SUCCESS to REFUND with the first refund.
public record Payment(
        String number,
        String prepayId,
        String merchant,
        String appId,
        String openId,
        long amountFen,
        String description,
        String attach,
        String notifyUrl,
        @Nullable Instant expiresAt,
        State state,
        @Nullable String transactionId,
        @Nullable Instant paidAt) {

    /// What WeChat Pay takes of each payment, 0.6 %, rounded half up to the fen.
    public static final BasisPoints FEE = new BasisPoints(60);

    /// As WeChat spells its trade states.
    public enum State {
        NOTPAY,
        SUCCESS,
        REFUND,
        CLOSED
    }

    public boolean moneyMoved() {
        return state == State.SUCCESS || state == State.REFUND;
    }

    public long feeFen() {
        return moneyMoved() ? FEE.shareHalfUp(Fen.of(amountFen)).amount() : 0;
    }

    /// This payment with the money on it.
    public Payment paid(String transaction, Instant at) {
        return with(State.SUCCESS, transaction, at);
    }

    Payment with(State next) {
        return with(next, transactionId, paidAt);
    }

    /// The same request again may repeat all of it; another amount or payer may not use the number.
    boolean sameRequest(Payment other) {
        return amountFen == other.amountFen
                && openId.equals(other.openId)
                && appId.equals(other.appId)
                && merchant.equals(other.merchant);
    }

    private Payment with(State next, @Nullable String transaction, @Nullable Instant at) {
        return new Payment(
                number,
                prepayId,
                merchant,
                appId,
                openId,
                amountFen,
                description,
                attach,
                notifyUrl,
                expiresAt,
                next,
                transaction,
                at);
    }
}
