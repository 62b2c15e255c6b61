package io.xinqun.catalog.feed.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What became of a delivery.
///
/// Shape: the counts are exact, the list of problems holds the first [#MAXIMUM_PROBLEMS]. State:
/// RECEIVING → COMPLETE, or BROKEN_OFF when the connection ended before the last line; deliveries
/// over Kafka have no end and stay OPEN.
public record FeedReport(
        Delivery delivery,
        State state,
        Counts counts,
        List<Problem> problems,
        Instant startedAt,
        Instant updatedAt) {

    /// Whoever has more wrong lines has one cause for most of them, and the document stays small.
    public static final int MAXIMUM_PROBLEMS = 200;

    /// How far it is.
    public enum State {
        RECEIVING,
        COMPLETE,
        BROKEN_OFF,
        OPEN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// How many items met which end.
    public record Counts(long accepted, long unchanged, long stale, long refused) {}

    /// A refused item. `line` counts from 1; over Kafka it is the record's offset.
    public record Problem(
            long line,
            @Nullable String supplierSku,
            String code,
            @Nullable String field,
            String message) {}

    public FeedReport {
        problems = List.copyOf(problems);
    }
}
