package io.xinqun.catalog.feed;

import io.xinqun.catalog.CatalogProblem;
import io.xinqun.catalog.feed.report.Delivery;
import io.xinqun.catalog.feed.report.FeedReport;
import io.xinqun.catalog.feed.report.FeedReport.State;
import io.xinqun.catalog.feed.report.FeedReports;
import io.xinqun.catalog.feed.report.FeedTally;
import io.xinqun.catalog.model.supplier.Supplier;
import io.xinqun.catalog.model.supplier.Suppliers;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Receives a delivery of any length, line by line.
///
/// Shape: batches of at most 500 lines or 4 MB, one after the other, the next one read only when
/// the one before is through: constant memory. State: its report is written at the start, after
/// every batch and at the end, so that a delivery that breaks off leaves how far it came. The same
/// delivery again writes a new report. Errors: `unknown-supplier`, `supplier-suspended`; a bad line
/// is refused alone.
public final class ReceiveDelivery {

    private static final long MAXIMUM_BATCH_BYTES = 4L * 1024 * 1024;

    private final Suppliers suppliers;
    private final FeedIntake intake;
    private final FeedReports reports;
    private final Clock clock;

    public ReceiveDelivery(
            Suppliers suppliers, FeedIntake intake, FeedReports reports, Clock clock) {
        this.suppliers = suppliers;
        this.intake = intake;
        this.reports = reports;
        this.clock = clock;
    }

    public Mono<FeedReport> handle(Delivery delivery, Flux<FeedLine> lines) {
        return suppliers
                .find(delivery.supplier())
                .switchIfEmpty(Mono.error(ReceiveDelivery::unknownSupplier))
                .filter(Supplier::isActive)
                .switchIfEmpty(Mono.error(ReceiveDelivery::suspended))
                .flatMap(supplier -> receive(new Running(delivery, clock.instant()), lines));
    }

    private Mono<FeedReport> receive(Running running, Flux<FeedLine> lines) {
        Mono<FeedReport> whole =
                save(running, State.RECEIVING)
                        .thenMany(batches(lines))
                        .concatMap(batch -> take(running, batch), 1)
                        .then(Mono.defer(() -> save(running, State.COMPLETE)));
        return Mono.usingWhen(
                Mono.just(running),
                begun -> whole,
                begun -> Mono.empty(),
                (begun, error) -> save(begun, State.BROKEN_OFF).then(),
                begun -> save(begun, State.BROKEN_OFF).then());
    }

    private static Flux<List<FeedLine>> batches(Flux<FeedLine> lines) {
        return Flux.defer(() -> {
            BatchSize size = new BatchSize();
            return lines.bufferUntil(size::isFullWith);
        });
    }

    private Mono<FeedReport> take(Running running, List<FeedLine> batch) {
        return Mono.defer(() -> {
            FeedLines read = new FeedLines(intake, running.tally);
            batch.forEach(line -> read.read(line.number(), line.content()));
            return intake.applyFeed()
                    .handle(running.delivery.supplier(), read.items())
                    .doOnNext(read::decided)
                    .then(Mono.defer(() -> save(running, State.RECEIVING)));
        });
    }

    private Mono<FeedReport> save(Running running, State state) {
        return Mono.defer(() -> {
            FeedReport report =
                    new FeedReport(
                            running.delivery,
                            state,
                            running.tally.counts(),
                            running.tally.problems(),
                            running.startedAt,
                            clock.instant());
            return reports.save(report).thenReturn(report);
        });
    }

    private static Problem unknownSupplier() {
        return new Problem(CatalogProblem.UNKNOWN_SUPPLIER, "No such supplier is known here");
    }

    private static Problem suspended() {
        return new Problem(CatalogProblem.SUPPLIER_SUSPENDED, "The supplier is suspended");
    }

    /// A delivery on its way. Batches follow each other, so nothing here is shared.
    private static final class Running {

        private final Delivery delivery;
        private final Instant startedAt;
        private final FeedTally tally = new FeedTally();

        private Running(Delivery delivery, Instant startedAt) {
            this.delivery = delivery;
            this.startedAt = startedAt;
        }
    }

    /// Counts the lines of the batch that is being gathered.
    private static final class BatchSize {

        private int lines;
        private long bytes;

        boolean isFullWith(FeedLine line) {
            byte[] content = line.content();
            lines++;
            bytes += content == null ? 0 : content.length;
            boolean full = lines >= ApplyFeed.MAXIMUM_BATCH || bytes >= MAXIMUM_BATCH_BYTES;
            if (full) {
                lines = 0;
                bytes = 0;
            }
            return full;
        }
    }
}
