package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.sold.SoldOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All entries that one cause brings about: a paid order, or a payment that goes back.
///
/// Shape: `id` is derived from the cause (order id, refund number), so a replay is the same
/// booking. State: `complete` when nothing is to be added; a returned payment is complete when the
/// provider says that the money has left. `sold` is what an order was about, kept so that plans can
/// be tried out on it. `traceparent` is that of the cause, and goes with the entries into the
/// ledger.
public record Booking(
        String id,
        Instant at,
        List<Entry> entries,
        boolean complete,
        @Nullable SoldOrder sold,
        @Nullable String traceparent) {

    public Booking {
        entries = List.copyOf(entries);
    }
}
