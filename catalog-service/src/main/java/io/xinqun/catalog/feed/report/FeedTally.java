package io.xinqun.catalog.feed.report;

import io.xinqun.catalog.feed.item.FeedOutcome;
import io.xinqun.catalog.feed.item.FeedRefusal;
import io.xinqun.catalog.feed.item.FeedVerdict;
import io.xinqun.catalog.feed.report.FeedReport.Counts;
import io.xinqun.catalog.feed.report.FeedReport.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts the ends of items while a delivery runs.
///
/// State: grows with at most [FeedReport#MAXIMUM_PROBLEMS] problems, however long the delivery.
public final class FeedTally {

    private final Map<FeedOutcome, Long> counts = new EnumMap<>(FeedOutcome.class);
    private final List<Problem> problems = new ArrayList<>();

    public void add(long line, @Nullable String supplierSku, FeedVerdict verdict) {
        counts.merge(verdict.outcome(), 1L, Long::sum);
        FeedRefusal refusal = verdict.refusal();
        if (refusal != null && problems.size() < FeedReport.MAXIMUM_PROBLEMS) {
            problems.add(
                    new Problem(
                            line,
                            supplierSku,
                            refusal.code().code(),
                            refusal.field(),
                            refusal.message()));
        }
    }

    public Counts counts() {
        return new Counts(
                count(FeedOutcome.ACCEPTED),
                count(FeedOutcome.UNCHANGED),
                count(FeedOutcome.STALE),
                count(FeedOutcome.REFUSED));
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private long count(FeedOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
