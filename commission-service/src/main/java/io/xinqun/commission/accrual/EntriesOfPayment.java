package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.commission.ledger.HouseAccount;
import io.xinqun.commission.ledger.Posting;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// The entries of money that moves at the provider: receipt and fee, refund and returned fee.
///
/// Shape: ids are the transaction's or the refund's number and the kind, so that one payment is one
/// receipt, however often and from wherever it is told. Units: fen; nothing is booked for an amount
/// of zero.
final class EntriesOfPayment {

    private final ProviderFee fee;

    EntriesOfPayment(ProviderFee fee) {
        this.fee = fee;
    }

    List<Entry> received(Cause cause, Instant at, Fen amount) {
        String transaction = Objects.requireNonNull(cause.transactionId());
        Move receipt = new Move(HouseAccount.CLEARING_WECHAT, HouseAccount.DEPOSIT, amount);
        Move kept =
                new Move(HouseAccount.PROVIDER_FEE, HouseAccount.CLEARING_WECHAT, fee.of(amount));
        return notEmpty(
                receipt.entry(transaction, EntryKind.RECEIPT, at, cause),
                kept.entry(transaction, EntryKind.FEE, at, cause));
    }

    List<Entry> returned(Cause cause, Instant at, Fen amount) {
        String refund = Objects.requireNonNull(cause.refundNumber());
        Fen back = fee.returned() ? fee.of(amount) : Fen.ZERO;
        Move returned = new Move(HouseAccount.DEPOSIT, HouseAccount.CLEARING_WECHAT, amount);
        Move kept = new Move(HouseAccount.CLEARING_WECHAT, HouseAccount.PROVIDER_FEE, back);
        return notEmpty(
                returned.entry(refund, EntryKind.REFUND, at, cause),
                kept.entry(refund, EntryKind.FEE_RETURN, at, cause));
    }

    private static List<Entry> notEmpty(Entry... entries) {
        return List.of(entries).stream()
                .filter(entry -> !entry.postings().getFirst().amount().isZero())
                .toList();
    }

    /// Money from one house account to another.
    private record Move(HouseAccount debit, HouseAccount credit, Fen amount) {

        Entry entry(String number, EntryKind kind, Instant at, Cause cause) {
            return new Entry(
                    number + ':' + kind.text(),
                    kind,
                    at,
                    cause,
                    null,
                    List.of(Posting.debit(debit, amount), Posting.credit(credit, amount)),
                    null,
                    null);
        }
    }
}
