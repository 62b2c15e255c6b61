package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.Entry;
import java.util.List;
import reactor.core.publisher.Mono;

/// All bookings. Saving one sends its entries to the ledger, in the same write.
public interface Bookings {

    /// Does nothing when the booking is there already.
    Mono<Void> add(Booking booking);

    /// All of them in one write; those that are there already stay as they are.
    Mono<Void> addAll(List<Booking> bookings);

    /// Adds the last entries of a booking; does nothing when it is complete already.
    Mono<Void> complete(String id, List<Entry> entries);
}
