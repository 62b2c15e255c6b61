package io.xinqun.commission.accrual.followup;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The bookings that are not closed, for those who follow them up.
public interface OpenBookings {

    /// Longest open first.
    Flux<OpenBooking> open();

    /// Those that are open and those that were closed at `since` or later.
    Flux<OpenBooking> openSince(Instant since);

    /// How many are open.
    Mono<Long> count();

    Mono<Long> close(List<String> ids, Instant at);
}
