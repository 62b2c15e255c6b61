package io.xinqun.commission.accrual;

import java.util.List;
import reactor.core.publisher.Mono;

/// All bookings. Saving one sends its entries to the ledger, in the same write.
public interface Bookings {

    /// Does nothing when the booking is there already.
    Mono<Void> add(Booking booking);

    /// All of them in one write; those that are there already stay as they are.
    Mono<Void> addAll(List<Booking> bookings);

    /// Adds the last entries of the booking of this id; does nothing when it is complete already.
    Mono<Void> complete(Booking last);
}
