package io.xinqun.commission.proof;

import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the provider's books: a payment, or a refund when it has a refund number.
///
/// Units: fen; `fee` is what the provider kept of a payment or gave back with a refund, never
/// negative.
public record ProviderLine(
        String transactionId, @Nullable String refundNumber, Fen amount, Fen fee, Instant at) {

    /// The id of our entry about the money.
    public String moneyEntry() {
        return refundNumber == null
                ? transactionId + ':' + EntryKind.RECEIPT.text()
                : refundNumber + ':' + EntryKind.REFUND.text();
    }

    /// The id of our entry about the fee.
    public String feeEntry() {
        return refundNumber == null
                ? transactionId + ':' + EntryKind.FEE.text()
                : refundNumber + ':' + EntryKind.FEE_RETURN.text();
    }
}
