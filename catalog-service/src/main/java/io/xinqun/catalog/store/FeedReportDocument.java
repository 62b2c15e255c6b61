package io.xinqun.catalog.store;

import io.xinqun.catalog.feed.report.Delivery;
import io.xinqun.catalog.feed.report.Delivery.Channel;
import io.xinqun.catalog.feed.report.FeedReport;
import io.xinqun.catalog.feed.report.FeedReport.Counts;
import io.xinqun.catalog.feed.report.FeedReport.Problem;
import io.xinqun.catalog.feed.report.FeedReport.State;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/// A feed report as it is stored.
final class FeedReportDocument {

    private FeedReportDocument() {}

    static String id(Delivery delivery) {
        return delivery.supplier() + "|" + delivery.channel().code() + "|" + delivery.id();
    }

    static Document of(FeedReport report) {
        Counts counts = report.counts();
        return birth(report.delivery(), report.startedAt())
                .append("_id", id(report.delivery()))
                .append("state", report.state().code())
                .append("accepted", counts.accepted())
                .append("unchanged", counts.unchanged())
                .append("stale", counts.stale())
                .append("refused", counts.refused())
                .append("problems", problems(report.problems()))
                .append("updatedAt", Date.from(report.updatedAt()));
    }

    /// What a report without an end has from its first record on.
    static Document birth(Delivery delivery, Instant startedAt) {
        return new Document("supplier", delivery.supplier())
                .append("delivery", delivery.id())
                .append("channel", delivery.channel().code())
                .append("state", State.OPEN.code())
                .append("age", "%013d-%s".formatted(startedAt.toEpochMilli(), delivery.id()))
                .append("startedAt", Date.from(startedAt));
    }

    static List<Document> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem ->
                        new Document("line", problem.line())
                                .append("supplierSku", problem.supplierSku())
                                .append("code", problem.code())
                                .append("field", problem.field())
                                .append("message", problem.message()))
                .toList();
    }

    static FeedReport report(Document document) {
        return new FeedReport(
                new Delivery(
                        document.getString("supplier"),
                        document.getString("delivery"),
                        Channel.valueOf(document.getString("channel").toUpperCase(Locale.ROOT))),
                State.of(document.getString("state")),
                new Counts(
                        number(document, "accepted"),
                        number(document, "unchanged"),
                        number(document, "stale"),
                        number(document, "refused")),
                document.getList("problems", Document.class).stream()
                        .map(FeedReportDocument::problem)
                        .toList(),
                document.getDate("startedAt").toInstant(),
                document.getDate("updatedAt").toInstant());
    }

    private static Problem problem(Document document) {
        return new Problem(
                number(document, "line"),
                document.getString("supplierSku"),
                document.getString("code"),
                document.getString("field"),
                document.getString("message"));
    }

    private static long number(Document document, String name) {
        return document.get(name, Number.class).longValue();
    }
}
