package io.xinqun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.total.Slots;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StockIT extends CatalogProgram {

    @Autowired private KafkaTemplate<String, byte[]> kafka;
    @Autowired private KafkaNames names;
    @Autowired private Clock clock;

    private String fedUnit(long count) {
        String supplier = supplier();
        fed(
                supplier,
                "d1",
                line("A", 1, stock(count, clock.instant().minusSeconds(60).toString())));
        String unit = Sku.stockUnitOf(Product.skuIdOf(supplier, "A"));
        awaitFree(unit, count);
        return unit;
    }

    private JsonNode awaitFree(String unit, long free) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode last = null;
        while (System.nanoTime() < end) {
            var answer = get("/api/v1/operator/stock/" + unit, operator());
            last = body(answer);
            if (last.has("free") && last.get("free").asLong() == free) {
                return last;
            }
            pause();
        }
        throw new AssertionError("never " + free + " free: " + last);
    }

    private Mono<Void> send(String id, String type, String unit, Map<String, ?> data) {
        Event event =
                new Event(
                        id,
                        type,
                        "test",
                        unit,
                        0,
                        null,
                        null,
                        null,
                        clock.instant(),
                        EventJson.write(data));
        return Mono.fromFuture(() ->
                        kafka.send(
                                EventCodec.toRecord(
                                        names.topic("catalog.stock-command.v1"),
                                        Slots.DEFAULT.topicKey(unit),
                                        event)))
                .then();
    }

    private Mono<Void> reserve(String order, String unit, Instant expiresAt) {
        return send(
                order + ":reserve:" + unit,
                "stock.reserve.v1",
                unit,
                Map.of("orderId", order, "unit", unit, "quantity", 1, "expiresAt", expiresAt));
    }

    private static Predicate<ConsumerRecord<String, byte[]>> about(String verb, String unit) {
        return record -> EventCodec.fromRecord(record).subject().endsWith(":" + verb + ":" + unit);
    }

    private Map<String, Long> outcomes(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> json.readTree(record.value()).get("outcome").asString())
                .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
    }

    @Test
    @Tag("ST1")
    void two_hundred_parallel_orders_for_ten_pieces_get_exactly_ten() {
        String unit = fedUnit(10);
        Instant due = clock.instant().plusSeconds(600);
        Flux.range(0, 200).flatMap(n -> reserve("st1-" + n, unit, due), 64).then().block(PATIENCE);

        try (Topic topic = new Topic("catalog.stock-outcome.v1")) {
            assertThat(outcomes(topic.await(200, about("reserve", unit))))
                    .containsOnly(Map.entry("reserved", 10L), Map.entry("sold-out", 190L));
        }
        JsonNode book = awaitFree(unit, 0);
        assertThat(book.get("held").asLong()).isEqualTo(10);
        assertThat(book.get("onHand").asLong()).isEqualTo(10);
        assertThat(book.get("holds").asBoolean()).isTrue();
    }

    @Test
    void a_replay_of_all_commands_repeats_the_outcomes_and_moves_nothing() {
        String unit = fedUnit(5);
        Instant due = clock.instant().plusSeconds(600);
        for (int round = 0; round < 3; round++) {
            Flux.range(0, 20)
                    .flatMap(n -> reserve("rp-" + n, unit, due), 20)
                    .then()
                    .block(PATIENCE);
        }
        try (Topic topic = new Topic("catalog.stock-outcome.v1")) {
            List<ConsumerRecord<String, byte[]>> told = topic.await(60, about("reserve", unit));
            Map<String, Long> ways =
                    told.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            ConsumerRecord::key,
                                            Collectors.mapping(
                                                    record -> new String(record.value()),
                                                    Collectors.collectingAndThen(
                                                            Collectors.toSet(),
                                                            set -> (long) set.size()))));
            assertThat(told).hasSize(60);
            assertThat(ways).hasSize(20).allSatisfy((order, ways1) -> assertThat(ways1).isOne());
        }
        assertThat(awaitFree(unit, 0).get("held").asLong()).isEqualTo(5);
        assertThat(read("/api/v1/operator/stock/proof", operator()).get("holds").asBoolean())
                .isTrue();
    }

    @Test
    @Tag("ST3")
    void a_reservation_that_is_never_paid_is_released_after_its_deadline() {
        String unit = fedUnit(1);
        reserve("st3", unit, clock.instant().plusMillis(500)).block(PATIENCE);

        try (Topic topic = new Topic("catalog.stock-outcome.v1")) {
            assertThat(outcomes(topic.await(1, about("release", unit)))).containsKey("released");
        }
        assertThat(awaitFree(unit, 1).get("held").asLong()).isZero();
    }

    @Test
    void a_paid_reservation_stays_sold_whatever_its_deadline_was() {
        String unit = fedUnit(1);
        reserve("paid", unit, clock.instant().plusMillis(1_500)).block(PATIENCE);
        send(
                        "paid:confirm:" + unit,
                        "stock.confirm.v1",
                        unit,
                        Map.of("orderId", "paid", "unit", unit))
                .block(PATIENCE);
        send(
                        "paid:release:" + unit,
                        "stock.release.v1",
                        unit,
                        Map.of("orderId", "paid", "unit", unit, "reason", "expired"))
                .block(PATIENCE);

        try (Topic topic = new Topic("catalog.stock-outcome.v1")) {
            assertThat(outcomes(topic.await(1, about("confirm", unit)))).containsKey("confirmed");
            assertThat(outcomes(topic.await(1, about("release", unit)))).containsOnlyKeys("no-op");
        }
        assertThat(awaitFree(unit, 0).get("sold").asLong()).isEqualTo(1);
    }

    @Test
    void what_is_no_command_becomes_a_dead_letter_and_the_next_is_decided() {
        String unit = fedUnit(1);
        send("bad:sell:" + unit, "stock.sell.v1", unit, Map.of("unit", unit)).block(PATIENCE);
        reserve("after", unit, clock.instant().plusSeconds(600)).block(PATIENCE);

        try (Topic outcomes = new Topic("catalog.stock-outcome.v1");
                Topic dead = new Topic("stock-owner.dead-letter")) {
            assertThat(outcomes(outcomes.await(1, about("reserve", unit)))).containsKey("reserved");
            assertThat(dead.await(1, record -> true)).isNotEmpty();
        }
    }
}
