package io.xinqun.commission.accrual.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.commission.accrual.AccrueOrder;
import io.xinqun.commission.accrual.BookReturnedPayment;
import io.xinqun.commission.accrual.Booking;
import io.xinqun.commission.accrual.Bookings;
import io.xinqun.commission.accrual.ProviderFee;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.event.Contracts;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.money.BasisPoints;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OrderContractsTest {

    private final List<Booking> added = new ArrayList<>();
    private final List<Entry> completed = new ArrayList<>();
    private @Nullable String completedIn;
    private final Bookings bookings =
            new Bookings() {
                @Override
                public Mono<Void> add(Booking booking) {
                    added.add(booking);
                    return Mono.empty();
                }

                @Override
                public Mono<Void> addAll(List<Booking> bookings) {
                    added.addAll(bookings);
                    return Mono.empty();
                }

                @Override
                public Mono<Void> complete(Booking last) {
                    completed.addAll(last.entries());
                    completedIn = last.traceparent();
                    return Mono.empty();
                }
            };
    private final ProviderFee fee = new ProviderFee(BasisPoints.of(60), true);
    private final OrderEventsHandler handler =
            new OrderEventsHandler(
                    new AccrueOrder(bookings, fee), new BookReturnedPayment(bookings, fee));

    @Test
    void the_committed_example_of_a_paid_order_is_booked_to_the_fen() {
        handler.handle(example(OrderEventsHandler.PAID));

        List<Entry> entries = added.getFirst().entries();
        assertThat(entries).allSatisfy(entry -> assertThat(entry.faults()).isEmpty());
        assertThat(entries.stream().mapToLong(entry -> entry.depositChange().amount()).sum())
                .isZero();
        assertThat(entries)
                .extracting(Entry::kind)
                .containsExactly(
                        EntryKind.RECEIPT,
                        EntryKind.FEE,
                        EntryKind.SUPPLIER_ACCRUAL,
                        EntryKind.CURATOR_ACCRUAL,
                        EntryKind.SECOND_ACCRUAL,
                        EntryKind.PLATFORM_ACCRUAL,
                        EntryKind.SUPPLIER_ACCRUAL,
                        EntryKind.CURATOR_ACCRUAL);
    }

    @Test
    void the_committed_examples_of_a_refund_are_booked() {
        handler.handle(example(OrderEventsHandler.REFUND_REQUESTED));
        handler.handle(example(OrderEventsHandler.REFUNDED));

        assertThat(added.getFirst().entries())
                .extracting(Entry::kind)
                .containsExactly(EntryKind.RECEIPT, EntryKind.FEE);
        assertThat(completed)
                .extracting(Entry::kind)
                .containsExactly(EntryKind.REFUND, EntryKind.FEE_RETURN);
    }

    @Test
    void a_batch_books_the_same_as_its_events_one_by_one() {
        Event paid = example(OrderEventsHandler.PAID);
        handler.handleAll(List.of(paid, example(OrderEventsHandler.REFUND_REQUESTED), paid));
        List<Booking> together = List.copyOf(added);
        added.clear();
        handler.handle(paid);
        handler.handle(example(OrderEventsHandler.REFUND_REQUESTED));
        handler.handle(paid);

        assertThat(together).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void every_booking_of_a_batch_keeps_the_trace_of_its_own_cause() {
        String one = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        String other = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
        handler.handleAll(
                List.of(
                        example(OrderEventsHandler.PAID).within(one),
                        example(OrderEventsHandler.PAID).within(other),
                        example(OrderEventsHandler.PAID),
                        example(OrderEventsHandler.REFUNDED).within(other)));

        assertThat(added)
                .extracting(Booking::traceparent)
                .containsExactlyInAnyOrder(one, other, null, other);
        assertThat(completedIn).isEqualTo(other);
    }

    @Test
    void an_unknown_role_is_poison() {
        String third = text(OrderEventsHandler.PAID).replace("\"second\",", "\"third\",");

        assertThatThrownBy(() -> handler.handle(event(OrderEventsHandler.PAID, third)))
                .isInstanceOf(PoisonMessage.class);
        assertThat(added).isEmpty();
    }

    @Test
    void a_member_that_is_missing_is_poison() {
        String nobody = text(OrderEventsHandler.PAID).replace("\"freightFen\"", "\"other\"");
        String nothing = text(OrderEventsHandler.PAID).replace("\"lines\"", "\"rows\"");

        assertThatThrownBy(() -> handler.handle(event(OrderEventsHandler.PAID, nobody)))
                .isInstanceOf(PoisonMessage.class);
        assertThatThrownBy(() -> handler.handle(event(OrderEventsHandler.PAID, nothing)))
                .isInstanceOf(PoisonMessage.class);
    }

    @Test
    void a_member_of_a_newer_producer_is_fine() {
        String newer = text(OrderEventsHandler.PAID).replaceFirst("\\{", "{\"new\": 1,");

        handler.handle(event(OrderEventsHandler.PAID, newer));

        assertThat(added).hasSize(1);
    }

    private static Event example(String type) {
        return event(type, text(type));
    }

    private static String text(String type) {
        return new String(Contracts.example(type), StandardCharsets.UTF_8);
    }

    private static Event event(String type, String data) {
        return new Event(
                "o1:3",
                type,
                "order-service",
                "o1",
                3,
                null,
                null,
                null,
                Instant.parse("2026-11-22T08:31:12Z"),
                data.getBytes(StandardCharsets.UTF_8));
    }
}
