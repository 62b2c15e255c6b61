package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.Entry;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/// Books a payment that came too late or twice: its receipt when it is known, its refund when the
/// money has left. Commissions are never touched, because nobody earned from it.
///
/// Shape: one booking per refund number, in two steps; either may come again. State: between the
/// two steps the amount stands on the deposit.
public final class BookReturnedPayment {

    private final Bookings bookings;
    private final EntriesOfPayment entries;

    public BookReturnedPayment(Bookings bookings, ProviderFee fee) {
        this.bookings = bookings;
        entries = new EntriesOfPayment(fee);
    }

    /// The refund is wanted: the money is here, and it is not ours.
    public Mono<Void> requested(ReturnedPayment payment) {
        List<Entry> received =
                payment.receiptBooked()
                        ? List.of()
                        : entries.received(payment.cause(), payment.at(), payment.amount());
        return bookings.add(booking(payment, received, false));
    }

    /// The money has left. Books the receipt as well when nobody has told of it before.
    public Mono<Void> refunded(ReturnedPayment payment) {
        List<Entry> returned = entries.returned(payment.cause(), payment.at(), payment.amount());
        return requested(payment)
                .then(Mono.defer(() -> bookings.complete(booking(payment, returned, true))));
    }

    private static Booking booking(ReturnedPayment payment, List<Entry> entries, boolean complete) {
        return new Booking(
                idOf(payment), payment.at(), entries, complete, null, payment.traceparent());
    }

    private static String idOf(ReturnedPayment payment) {
        return Objects.requireNonNull(payment.cause().refundNumber());
    }
}
