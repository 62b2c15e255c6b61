package io.xinqun.commission.accrual;

import reactor.core.publisher.Mono;

/// Books a paid order: the receipt, the provider's fee, and the frozen split to the last fen.
///
/// Shape: one booking per order, one entry per (line, party); see [EntriesOfOrder]. State: however
/// often and wherever the order is told, it is booked once.
public final class AccrueOrder {

    private final Bookings bookings;
    private final EntriesOfOrder entries;

    public AccrueOrder(Bookings bookings, ProviderFee fee) {
        this.bookings = bookings;
        entries = new EntriesOfOrder(fee);
    }

    public Mono<Void> handle(PaidOrder order) {
        Booking booking = new Booking(order.cause().orderId(), order.at(), entries.of(order), true);
        return booking.entries().isEmpty() ? Mono.empty() : bookings.add(booking);
    }
}
