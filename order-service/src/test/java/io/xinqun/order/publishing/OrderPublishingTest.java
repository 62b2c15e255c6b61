package io.xinqun.order.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.total.Slots;
import io.xinqun.order.order.Change;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.Orders.Answer;
import io.xinqun.order.order.line.LineKind;
import io.xinqun.order.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderPublishingTest {

    private static final Instant NOW = Samples.NOW;
    private static final Instant LATE = NOW.plus(Duration.ofHours(1));
    private final OrderPublishing publishing =
            new OrderPublishing(Slots.DEFAULT, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void everything_that_an_order_tells_is_as_the_contracts_say() {
        List<Change> life = new ArrayList<>();
        Change placed = Order.place(Samples.terms("order1", LineKind.GOODS, "rice"));
        Order open = placed.order().held("order1", "rice:main:base", NOW).orElseThrow().order();
        life.add(placed);
        life.add(placed.order().held("order1", "rice:main:base", NOW).orElseThrow());
        life.add(placed.order().soldOut("order1", "rice:main:base", NOW).orElseThrow());
        life.add(open.cancelled(NOW).orElseThrow());
        life.add(open.paid(Samples.receipt(open.terms(), "t1"), NOW).orElseThrow());
        Change expired = open.expired(LATE).orElseThrow();
        life.add(expired);
        Order late =
                expired.order()
                        .paid(Samples.receipt(open.terms(), "t1"), LATE)
                        .orElseThrow()
                        .order();
        Change refunding = late.soldOut("order1~2", "rice:main:base", LATE).orElseThrow();
        life.add(refunding);
        life.add(refunding.order().refunded("order1-r1", LATE).orElseThrow());

        List<OutboxEntry> entries =
                life.stream().flatMap(change -> publishing.entries(change, null).stream()).toList();

        entries.forEach(entry -> ContractAssertions.assertMatches(entry.type(), entry.data()));
        assertThat(entries.stream().map(OutboxEntry::type))
                .contains(
                        "order.placed.v1",
                        "order.accepted.v1",
                        "order.refused.v1",
                        "order.cancelled.v1",
                        "order.expired.v1",
                        "order.paid.v1",
                        "order.refund-requested.v1",
                        "order.refunded.v1",
                        "stock.reserve.v1",
                        "stock.confirm.v1",
                        "stock.release.v1");
    }

    @Test
    void nothing_that_is_told_holds_the_address() {
        Change placed = Order.place(Samples.terms("order1", LineKind.GOODS, "rice"));
        assertThat(publishing.entries(placed, null))
                .allMatch(entry ->
                        !new String(entry.data(), StandardCharsets.UTF_8).contains("sealed"));
    }

    @Test
    void commands_go_to_the_slot_of_their_unit_with_sequence_zero() {
        Change placed = Order.place(Samples.terms("order1", LineKind.GOODS, "rice"));
        OutboxEntry command = publishing.entries(placed, null).get(1);
        assertThat(command.id()).isEqualTo("order1:reserve:rice:main:base");
        assertThat(command.key()).isEqualTo(Slots.DEFAULT.topicKey("rice:main:base"));
        assertThat(command.sequence()).isZero();
    }

    @Test
    void the_templates_are_events_of_the_same_contracts() {
        for (Answer answer : Answer.values()) {
            var template = publishing.template(answer, 2, NOW);
            String filled = template.data().replace("{{id}}", "order1");
            ContractAssertions.assertMatches(
                    template.type(), filled.getBytes(StandardCharsets.UTF_8));
        }
    }
}
