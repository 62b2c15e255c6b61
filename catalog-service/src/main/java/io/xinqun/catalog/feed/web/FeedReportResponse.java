package io.xinqun.catalog.feed.web;

import io.xinqun.catalog.feed.report.FeedReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a delivery. The counts are exact; `problems` holds the first 200.
public record FeedReportResponse(
        String delivery,
        String channel,
        String state,
        long accepted,
        long unchanged,
        long stale,
        long refused,
        List<FeedProblemResponse> problems,
        Instant startedAt,
        Instant updatedAt) {

    /// A refused item: `line` counts from 1, over Kafka it is the record's offset.
    public record FeedProblemResponse(
            long line,
            @Nullable String supplierSku,
            String code,
            @Nullable String field,
            String message) {}

    static FeedReportResponse of(FeedReport report) {
        return new FeedReportResponse(
                report.delivery().id(),
                report.delivery().channel().code(),
                report.state().code(),
                report.counts().accepted(),
                report.counts().unchanged(),
                report.counts().stale(),
                report.counts().refused(),
                report.problems().stream().map(FeedReportResponse::problem).toList(),
                report.startedAt(),
                report.updatedAt());
    }

    private static FeedProblemResponse problem(FeedReport.Problem problem) {
        return new FeedProblemResponse(
                problem.line(),
                problem.supplierSku(),
                problem.code(),
                problem.field(),
                problem.message());
    }
}
