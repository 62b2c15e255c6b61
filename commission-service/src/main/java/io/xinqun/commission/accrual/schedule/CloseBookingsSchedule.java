package io.xinqun.commission.accrual.schedule;

import io.xinqun.commission.CommissionMetric;
import io.xinqun.commission.Gauges;
import io.xinqun.commission.accrual.followup.CloseBookings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Follows the bookings up. Every instance does it: closing twice is closing once.
@Component
class CloseBookingsSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(CloseBookingsSchedule.class);

    private final CloseBookings closeBookings;
    private final Gauges gauges;

    CloseBookingsSchedule(CloseBookings closeBookings, Gauges gauges) {
        this.closeBookings = closeBookings;
        this.gauges = gauges;
    }

    @Scheduled(fixedDelayString = "${xinqun.commission.close-every:2s}")
    Mono<Void> run() {
        return closeBookings
                .handle()
                .doOnNext(this::measure)
                .doOnError(error -> LOG.warn("bookings are not closed, next time again", error))
                .onErrorComplete()
                .then();
    }

    private void measure(CloseBookings.Result result) {
        gauges.count(CommissionMetric.BOOKINGS_CLOSED, result.closed());
        gauges.set(CommissionMetric.BOOKINGS_OPEN, result.open());
        gauges.set(CommissionMetric.BOOKINGS_OLDEST, result.oldest().toSeconds());
        gauges.set(CommissionMetric.ENTRIES_REFUSED, result.refused());
        if (result.refused() > 0) {
            LOG.error("the ledger refused {} entries of open bookings", result.refused());
        }
    }
}
