package io.xinqun.catalog.feed;

import io.xinqun.catalog.feed.item.FeedCode;
import io.xinqun.catalog.feed.item.FeedVerdict;
import io.xinqun.catalog.feed.report.Delivery;
import io.xinqun.catalog.feed.report.FeedReports;
import io.xinqun.catalog.feed.report.FeedTally;
import io.xinqun.catalog.model.supplier.FeedKey;
import io.xinqun.catalog.model.supplier.FeedSignature;
import io.xinqun.catalog.model.supplier.Supplier;
import io.xinqun.catalog.model.supplier.Suppliers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Receives records of the feed topic.
///
/// Shape: up to 500 records of one partition, in their order. A supplier is proved by a signature
/// with a key that he registered, never by what the record says. State: records of a proved
/// supplier are counted in a report: of the delivery they name, else of their day. A record that
/// comes again after a crash is counted once. Errors: records of nobody proved are returned with a
/// reason, for the dead letters.
public final class ReceiveRecords {

    private final Suppliers suppliers;
    private final FeedIntake intake;
    private final FeedReports reports;
    private final ZoneId businessZone;

    public ReceiveRecords(
            Suppliers suppliers, FeedIntake intake, FeedReports reports, ZoneId businessZone) {
        this.suppliers = suppliers;
        this.intake = intake;
        this.reports = reports;
        this.businessZone = businessZone;
    }

    /// A record whose sender is not proved, and why. The reason is a stable code.
    public record Unproved(FeedRecord record, String reason) {}

    public Mono<List<Unproved>> handle(List<FeedRecord> records) {
        Set<String> claimed =
                records.stream().map(FeedRecord::claimedSupplier).collect(Collectors.toSet());
        return suppliers.find(claimed).flatMap(known -> handle(records, known));
    }

    private Mono<List<Unproved>> handle(List<FeedRecord> records, Map<String, Supplier> known) {
        List<Unproved> unproved = new ArrayList<>();
        Map<Delivery, List<FeedRecord>> deliveries = new LinkedHashMap<>();
        for (FeedRecord record : records) {
            String reason = doubt(record, known.get(record.claimedSupplier()));
            if (reason == null) {
                deliveries.computeIfAbsent(delivery(record), id -> new ArrayList<>()).add(record);
            } else {
                unproved.add(new Unproved(record, reason));
            }
        }
        return Flux.fromIterable(deliveries.entrySet())
                .concatMap(entry -> receive(entry.getKey(), entry.getValue(), known))
                .then(Mono.just(unproved));
    }

    private static @Nullable String doubt(FeedRecord record, @Nullable Supplier supplier) {
        String keyId = record.proof().keyId();
        String signature = record.proof().signature();
        if (keyId == null || signature == null) {
            return "unsigned";
        }
        if (supplier == null) {
            return "unknown-supplier";
        }
        FeedKey key = supplier.feedKey(keyId).orElse(null);
        if (key == null) {
            return "unknown-feed-key";
        }
        boolean valid = FeedSignature.isValid(key, record.key(), record.value(), signature);
        return valid ? null : "wrong-signature";
    }

    private Mono<Void> receive(
            Delivery delivery, List<FeedRecord> records, Map<String, Supplier> known) {
        FeedRecord.Place last = records.getLast().place();
        boolean active = isActive(known.get(delivery.supplier()));
        return reports.countedUpTo(delivery, last.partition())
                .flatMap(counted -> {
                    List<FeedRecord> fresh =
                            records.stream()
                                    .filter(record -> record.place().offset() > counted)
                                    .toList();
                    FeedTally tally = new FeedTally();
                    FeedLines lines = new FeedLines(intake, tally);
                    Mono<Void> taken = active ? take(delivery, fresh, lines) : refuse(fresh, lines);
                    return taken.then(Mono.defer(() -> count(delivery, tally, last)));
                });
    }

    private static boolean isActive(@Nullable Supplier supplier) {
        return supplier != null && supplier.isActive();
    }

    private Mono<Void> take(Delivery delivery, List<FeedRecord> records, FeedLines lines) {
        records.forEach(record ->
                lines.read(record.place().offset(), record.value(), record.supplierSku()));
        return intake.applyFeed()
                .handle(delivery.supplier(), lines.items())
                .doOnNext(lines::decided)
                .then();
    }

    private static Mono<Void> refuse(List<FeedRecord> records, FeedLines lines) {
        FeedVerdict suspended =
                FeedVerdict.refused(FeedCode.SUPPLIER_SUSPENDED, null, "the supplier is suspended");
        records.forEach(
                record -> lines.add(record.place().offset(), record.supplierSku(), suspended));
        return Mono.empty();
    }

    private Mono<Void> count(Delivery delivery, FeedTally tally, FeedRecord.Place last) {
        return reports.add(
                delivery, tally, new FeedReports.Place(last.partition(), last.offset(), last.at()));
    }

    private Delivery delivery(FeedRecord record) {
        String named = record.delivery();
        String id =
                named != null && Delivery.isName(named)
                        ? named
                        : "kafka-" + LocalDate.ofInstant(record.place().at(), businessZone);
        return new Delivery(record.claimedSupplier(), id, Delivery.Channel.KAFKA);
    }
}
