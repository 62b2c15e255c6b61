package io.xinqun.commission.accrual;

import java.util.List;
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
        return handleAll(List.of(order));
    }

    public Mono<Void> handleAll(List<PaidOrder> orders) {
        List<Booking> booked =
                orders.stream()
                        .map(this::booking)
                        .filter(booking -> !booking.entries().isEmpty())
                        .toList();
        return booked.isEmpty() ? Mono.empty() : bookings.addAll(booked);
    }

    private Booking booking(PaidOrder order) {
        return new Booking(
                order.cause().orderId(),
                order.at(),
                entries.of(order),
                true,
                order.sold(),
                order.traceparent());
    }
}
