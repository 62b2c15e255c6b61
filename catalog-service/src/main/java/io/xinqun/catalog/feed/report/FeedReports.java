package io.xinqun.catalog.feed.report;

import io.xinqun.kernel.page.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The reports of all deliveries.
public interface FeedReports {

    /// Writes the report, in place of an earlier one of the same delivery.
    Mono<Void> save(FeedReport report);

    /// How far the topic's partition was counted into the report of this delivery; -1 if nothing
    /// was.
    Mono<Long> countedUpTo(Delivery delivery, int partition);

    /// Adds to the report of a delivery without an end.
    Mono<Void> add(Delivery delivery, FeedTally tally, Place upTo);

    Mono<FeedReport> find(String supplier, String delivery);

    /// The newest first.
    Mono<Page<FeedReport>> of(String supplier, @Nullable String after, int limit);

    /// Where in the feed topic, and when.
    record Place(int partition, long offset, Instant at) {}
}
