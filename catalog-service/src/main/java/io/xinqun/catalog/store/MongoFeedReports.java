package io.xinqun.catalog.store;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.catalog.feed.report.Delivery;
import io.xinqun.catalog.feed.report.Delivery.Channel;
import io.xinqun.catalog.feed.report.FeedReport;
import io.xinqun.catalog.feed.report.FeedReport.Counts;
import io.xinqun.catalog.feed.report.FeedReports;
import io.xinqun.catalog.feed.report.FeedTally;
import io.xinqun.kernel.page.Page;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reports in MongoDB, one document per supplier, delivery and channel.
///
/// State: reports of the topic know, per partition, up to which offset they have counted.
public final class MongoFeedReports implements FeedReports {

    static final String COLLECTION = "feed-reports";

    private static final String ID = "_id";
    private static final Document NEWEST = new Document("age", -1);

    private final MongoCollection<Document> reports;

    public MongoFeedReports(MongoDatabase database) {
        this.reports = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> save(FeedReport report) {
        Document document = FeedReportDocument.of(report);
        return Mono.from(
                        reports.replaceOne(
                                new Document(ID, document.getString(ID)),
                                document,
                                new ReplaceOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<Long> countedUpTo(Delivery delivery, int partition) {
        return Mono.from(reports.find(new Document(ID, FeedReportDocument.id(delivery))).first())
                .mapNotNull(found -> found.get("offsets", Document.class))
                .mapNotNull(offsets -> offsets.get(name(partition), Number.class))
                .map(Number::longValue)
                .defaultIfEmpty(-1L);
    }

    @Override
    public Mono<Void> add(Delivery delivery, FeedTally tally, Place upTo) {
        Counts counts = tally.counts();
        Document update =
                new Document("$setOnInsert", FeedReportDocument.birth(delivery, upTo.at()))
                        .append(
                                "$inc",
                                new Document("accepted", counts.accepted())
                                        .append("unchanged", counts.unchanged())
                                        .append("stale", counts.stale())
                                        .append("refused", counts.refused()))
                        .append(
                                "$set",
                                new Document("offsets." + name(upTo.partition()), upTo.offset())
                                        .append("updatedAt", Date.from(upTo.at())))
                        .append(
                                "$push",
                                new Document(
                                        "problems",
                                        new Document(
                                                        "$each",
                                                        FeedReportDocument.problems(
                                                                tally.problems()))
                                                .append("$slice", FeedReport.MAXIMUM_PROBLEMS)));
        return Mono.from(
                        reports.updateOne(
                                new Document(ID, FeedReportDocument.id(delivery)),
                                update,
                                new UpdateOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<FeedReport> find(String supplier, String delivery) {
        List<String> ids =
                List.of(
                        FeedReportDocument.id(new Delivery(supplier, delivery, Channel.HTTP)),
                        FeedReportDocument.id(new Delivery(supplier, delivery, Channel.KAFKA)));
        return Mono.from(
                        reports.find(new Document(ID, new Document("$in", ids)))
                                .sort(NEWEST)
                                .first())
                .map(FeedReportDocument::report);
    }

    @Override
    public Mono<Page<FeedReport>> of(String supplier, @Nullable String after, int limit) {
        Document filter = new Document("supplier", supplier);
        if (after != null) {
            filter.append("age", new Document("$lt", after));
        }
        return Flux.from(reports.find(filter).sort(NEWEST).limit(limit + 1))
                .collectList()
                .map(found ->
                        new Page<>(
                                found.stream()
                                        .limit(limit)
                                        .map(FeedReportDocument::report)
                                        .toList(),
                                found.size() <= limit
                                        ? null
                                        : found.get(limit - 1).getString("age")));
    }

    private static String name(int partition) {
        return "p" + partition;
    }
}
