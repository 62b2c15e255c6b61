package io.xinqun.kernel.total;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a total that lives by itself: a reservation of a stock unit, a frozen lot of a wallet.
///
/// Shape: `key` is unique among the items of its slot; `due` is when a sweeper should look at it,
/// in milliseconds; `attributes` say what it belongs to and hold no personal data.
public record Item(
        String key,
        String total,
        String state,
        Amounts amounts,
        @Nullable Instant due,
        Map<String, String> attributes) {

    public Item {
        due = due == null ? null : due.truncatedTo(ChronoUnit.MILLIS);
        attributes = Map.copyOf(attributes);
    }

    public Item withState(String next) {
        return new Item(key, total, next, amounts, due, attributes);
    }

    public Item withAmounts(Amounts next) {
        return new Item(key, total, state, next, due, attributes);
    }

    public Item withDue(@Nullable Instant next) {
        return new Item(key, total, state, amounts, next, attributes);
    }
}
