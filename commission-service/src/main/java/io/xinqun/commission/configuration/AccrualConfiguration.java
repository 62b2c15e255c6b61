package io.xinqun.commission.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.accrual.AccrueOrder;
import io.xinqun.commission.accrual.BookReturnedPayment;
import io.xinqun.commission.accrual.Bookings;
import io.xinqun.commission.accrual.ProviderFee;
import io.xinqun.commission.accrual.followup.CloseBookings;
import io.xinqun.commission.accrual.followup.Decided;
import io.xinqun.commission.accrual.followup.ExplainDeposit;
import io.xinqun.commission.accrual.followup.OpenBookings;
import io.xinqun.commission.accrual.messaging.OrderEventsHandler;
import io.xinqun.commission.accrual.mongo.BookingIndexes;
import io.xinqun.commission.accrual.mongo.FoldedDecisions;
import io.xinqun.commission.accrual.mongo.MongoBookings;
import io.xinqun.commission.accrual.mongo.MongoOpenBookings;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.commission.publishing.LedgerContract;
import io.xinqun.commission.publishing.Topics;
import io.xinqun.kernel.consumer.Subscription;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.mongo.TotalsView;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccrualConfiguration {

    private static final String GROUP = "commission-accrual";

    /// Nobody waits for a booking; fewer and larger reads spare the broker.
    private static final Duration GATHER = Duration.ofMillis(100);

    @Bean
    Bookings bookings(MongoDatabase database, Outboxes outboxes, LedgerContract contract) {
        return new MongoBookings(database, outboxes.of("bookings"), contract);
    }

    @Bean
    OpenBookings openBookings(MongoDatabase database) {
        BookingIndexes.create(database);
        return new MongoOpenBookings(database);
    }

    @Bean
    Decided decided(TotalsView view, JournalStore journal, LedgerTotals totals) {
        return new FoldedDecisions(view, journal, totals);
    }

    @Bean
    Subscription orderEvents(Bookings bookings, CommissionProperties properties) {
        ProviderFee fee =
                new ProviderFee(
                        BasisPoints.of(properties.fee().basisPoints()),
                        properties.fee().returned());
        OrderEventsHandler handler =
                new OrderEventsHandler(
                        new AccrueOrder(bookings, fee), new BookReturnedPayment(bookings, fee));
        return new Subscription(
                GROUP,
                List.of(Topics.ORDER_EVENTS),
                List.of(handler),
                properties.consumers(),
                GATHER);
    }

    @Bean
    CloseBookings closeBookings(OpenBookings open, Decided decided, Clock clock) {
        return new CloseBookings(open, decided, clock);
    }

    @Bean
    ExplainDeposit explainDeposit(OpenBookings open, Decided decided) {
        return new ExplainDeposit(open, decided);
    }
}
