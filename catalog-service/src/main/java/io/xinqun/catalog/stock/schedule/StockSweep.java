package io.xinqun.catalog.stock.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.catalog.CatalogMetric;
import io.xinqun.catalog.stock.ReleaseExpired;
import io.xinqun.catalog.stock.StockAmounts;
import io.xinqun.catalog.stock.StockBooks;
import io.xinqun.catalog.stock.StockBooks.StockSum;
import io.xinqun.kernel.total.Amounts;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks every second for reservations that are over, and every minute whether the books add up.
public final class StockSweep {

    private static final Logger LOG = LoggerFactory.getLogger(StockSweep.class);

    /// Longer than store and broker try by themselves.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> PARTS =
            List.of(
                    StockAmounts.FREE,
                    StockAmounts.HELD,
                    StockAmounts.SOLD,
                    StockAmounts.ON_HAND,
                    StockAmounts.SHORT);

    private final ReleaseExpired releaseExpired;
    private final StockBooks books;
    private final Latest latest = new Latest();

    public StockSweep(ReleaseExpired releaseExpired, StockBooks books, MeterRegistry registry) {
        this.releaseExpired = releaseExpired;
        this.books = books;
        for (String part : PARTS) {
            registry.gauge(
                    CatalogMetric.STOCK_PIECES.getName(),
                    CatalogMetric.STOCK_PIECES.tags(part),
                    latest,
                    last -> last.sum.amounts().get(part));
        }
        registry.gauge(
                CatalogMetric.STOCK_VIOLATIONS.getName(),
                latest,
                last -> last.sum.violations().size());
    }

    @Scheduled(fixedDelayString = "${xinqun.catalog.expiry-every:1s}")
    public void release() {
        try {
            Integer asked = releaseExpired.handle().block(PATIENCE);
            LOG.debug("asked for the release of {} reservations", asked);
        } catch (RuntimeException failed) {
            LOG.warn("expired reservations wait for the next round: {}", failed.toString());
        }
    }

    @Scheduled(fixedDelayString = "${xinqun.catalog.sum-every:60s}")
    public void addUp() {
        try {
            StockSum now = books.sum().block(PATIENCE);
            if (now != null) {
                latest.sum = now;
                now.violations().forEach(unit -> LOG.error("stock of {} does not add up", unit));
            }
        } catch (RuntimeException failed) {
            LOG.warn("stock is added up in the next round: {}", failed.toString());
        }
    }

    /// What the gauges show.
    private static final class Latest {

        private volatile StockSum sum = new StockSum(0, Amounts.NONE, List.of());
    }
}
