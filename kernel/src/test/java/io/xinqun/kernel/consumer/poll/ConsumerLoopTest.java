package io.xinqun.kernel.consumer.poll;

import static io.xinqun.kernel.consumer.poll.ConsumerBench.FIRST;
import static io.xinqun.kernel.consumer.poll.ConsumerBench.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.consumer.BatchEventHandler;
import io.xinqun.kernel.consumer.EventHandler;
import io.xinqun.kernel.consumer.NotKnownYet;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.consumer.deadletter.DeadLetters;
import io.xinqun.kernel.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsumerLoopTest {

    private static final Duration TICK = Duration.ofMillis(100);

    private final Sample sample = new Sample();
    private final ConsumerBench bench = new ConsumerBench(sample);

    @Test
    void records_are_handled_in_order_and_committed_after_their_effect() {
        tell("a", 3);
        bench.round();
        assertThat(sample.handled).containsExactly("a:0", "a:1", "a:2");
        assertThat(bench.log.committed(FIRST)).isEqualTo(3);
        assertThat(bench.count("xinqun.consumer.handled")).isEqualTo(3);
    }

    @Test
    void the_lag_is_what_was_not_read_yet_and_ends_with_its_thread() {
        tell("a", 25);
        bench.round();
        assertThat(bench.gauge("xinqun.consumer.lag")).isEqualTo(15);
        bench.crash();
        assertThat(bench.gauge("xinqun.consumer.lag")).isZero();
        bench.rounds(6, TICK);
        assertThat(bench.gauge("xinqun.consumer.lag")).isZero();
    }

    @Test
    void an_outage_is_tried_again_for_ever_and_nothing_is_committed_past_it() {
        sample.failing.add("a:1");
        tell("a", 3);
        bench.tell(SECOND, "sample.told.v1", "b");
        bench.rounds(20_000, TICK);
        assertThat(sample.handled).containsExactlyInAnyOrder("b:0", "a:0");
        assertThat(bench.log.committed(FIRST)).isEqualTo(1);
        assertThat(bench.log.committed(SECOND)).isEqualTo(1);
        assertThat(bench.gauge("xinqun.consumer.paused.partitions")).isEqualTo(1);
        assertThat(bench.count("xinqun.consumer.retried")).isGreaterThan(60);
        sample.failing.clear();
        bench.rounds(400, TICK);
        assertThat(sample.handled).endsWith("a:1", "a:2").hasSize(4);
        assertThat(bench.log.committed(FIRST)).isEqualTo(3);
        assertThat(bench.gauge("xinqun.consumer.paused.partitions")).isZero();
    }

    @Test
    void the_pause_doubles_up_to_half_a_minute_and_starts_small_after_a_success() {
        sample.failing.add("a:0");
        tell("a", 1);
        bench.rounds(600, TICK);
        assertThat(sample.attempts).hasSizeBetween(7, 10);
        sample.attempts.clear();
        bench.rounds(3_000, TICK);
        assertThat(sample.attempts).hasSizeBetween(9, 11);
        sample.failing.clear();
        bench.rounds(400, TICK);
        sample.failing.add("a:1");
        sample.attempts.clear();
        tell("a", 1);
        bench.rounds(8, TICK);
        assertThat(sample.attempts).hasSizeGreaterThan(2);
    }

    @Test
    void a_crash_repeats_what_was_not_committed_and_loses_nothing() {
        tell("a", 2);
        sample.failing.add("a:1");
        bench.round();
        bench.crash();
        sample.failing.clear();
        bench.round();
        assertThat(sample.handled).containsExactly("a:0", "a:1");
        assertThat(bench.log.committed(FIRST)).isEqualTo(2);
    }

    @Test
    void offsets_are_committed_a_quarter_of_a_second_after_the_last_ones() {
        tell("a", 1);
        bench.round();
        tell("a", 1);
        bench.rounds(2, TICK);
        assertThat(bench.log.committed(FIRST)).isEqualTo(1);
        bench.rounds(2, TICK);
        assertThat(bench.log.committed(FIRST)).isEqualTo(2);
    }

    @Test
    void what_was_done_is_committed_before_a_partition_goes_to_somebody_else() {
        tell("a", 1);
        bench.round();
        tell("a", 1);
        bench.round();
        bench.handOver();
        assertThat(bench.log.committed(FIRST)).isEqualTo(2);
    }

    @Test
    void poison_is_buried_with_its_reason_and_the_partition_goes_on() {
        sample.poison.add("a:1");
        tell("a", 3);
        bench.round();
        assertThat(sample.handled).containsExactly("a:0", "a:2");
        assertThat(bench.log.committed(FIRST)).isEqualTo(3);
        var dead = bench.graveyard.buried().getFirst();
        assertThat(dead.topic()).isEqualTo("group.dead-letter");
        assertThat(dead.key()).isEqualTo("a");
        assertThat(Graveyard.header(dead, DeadLetters.REASON)).isEqualTo("unreadable");
        assertThat(Graveyard.header(dead, DeadLetters.OFFSET)).isEqualTo("1");
        assertThat(Graveyard.header(dead, "ce_id")).isEqualTo("a:1");
        assertThat(bench.count("xinqun.consumer.dead.letters")).isEqualTo(1);
    }

    @Test
    void poison_is_not_skipped_while_it_cannot_be_buried() {
        sample.poison.add("a:0");
        bench.graveyard.away(true);
        tell("a", 2);
        bench.rounds(50, TICK);
        assertThat(sample.handled).isEmpty();
        assertThat(bench.log.committed(FIRST)).isZero();
        bench.graveyard.away(false);
        bench.rounds(400, TICK);
        assertThat(bench.graveyard.buried()).hasSize(1);
        assertThat(sample.handled).containsExactly("a:1");
    }

    @Test
    void what_is_no_event_is_poison_and_unknown_types_and_tombstones_are_passed_over() {
        bench.tellRaw(FIRST, "a", "no event".getBytes());
        bench.tellRaw(FIRST, "a", null);
        bench.tell(FIRST, "sample.unknown.v1", "a");
        bench.round();
        assertThat(bench.graveyard.buried()).hasSize(1);
        assertThat(bench.count("xinqun.consumer.ignored")).isEqualTo(2);
        assertThat(bench.log.committed(FIRST)).isEqualTo(3);
    }

    @Test
    void a_key_that_waits_holds_up_only_itself_and_is_released_in_order() {
        sample.unknown.add("a:0");
        tell("a", 1);
        tell("b", 1);
        tell("a", 2);
        bench.round();
        assertThat(sample.handled).containsExactly("b:1");
        assertThat(bench.log.committed(FIRST)).isEqualTo(4);
        assertThat(bench.parking.size()).isEqualTo(3);
        assertThat(bench.gauge("xinqun.consumer.parked.keys")).isEqualTo(1);
        bench.rounds(50, TICK);
        assertThat(sample.handled).containsExactly("b:1");
        sample.unknown.clear();
        bench.rounds(400, TICK);
        assertThat(sample.handled).containsExactly("b:1", "a:0", "a:2", "a:3");
        assertThat(bench.parking.size()).isZero();
        assertThat(bench.gauge("xinqun.consumer.parked.keys")).isZero();
        tell("a", 1);
        bench.round();
        assertThat(sample.handled).endsWith("a:3", "a:4");
    }

    @Test
    void a_line_that_stops_in_the_middle_keeps_the_rest_in_order() {
        sample.unknown.add("a:0");
        sample.unknown.add("a:2");
        tell("a", 4);
        bench.round();
        sample.unknown.remove("a:0");
        bench.rounds(100, TICK);
        assertThat(sample.handled).containsExactly("a:0", "a:1");
        tell("a", 1);
        bench.round();
        sample.unknown.clear();
        bench.rounds(400, TICK);
        assertThat(sample.handled).containsExactly("a:0", "a:1", "a:2", "a:3", "a:4");
    }

    @Test
    void a_new_owner_knows_what_is_parked_and_keeps_the_order() {
        sample.unknown.add("a:0");
        tell("a", 1);
        bench.round();
        bench.crash();
        tell("a", 1);
        bench.round();
        assertThat(sample.handled).isEmpty();
        sample.unknown.clear();
        bench.rounds(100, TICK);
        assertThat(sample.handled).containsExactly("a:0", "a:1");
    }

    @Test
    void without_the_parking_place_nothing_passes_a_key_that_may_wait() {
        sample.unknown.add("a:0");
        bench.parking.away(true);
        tell("a", 2);
        bench.rounds(50, TICK);
        assertThat(bench.log.committed(FIRST)).isZero();
        assertThat(sample.handled).isEmpty();
        bench.parking.away(false);
        sample.unknown.clear();
        bench.rounds(400, TICK);
        assertThat(sample.handled).containsExactly("a:0", "a:1");
    }

    @Test
    void poison_in_a_line_is_buried_and_the_line_goes_on() {
        sample.unknown.add("a:0");
        sample.poison.add("a:1");
        tell("a", 3);
        bench.round();
        sample.unknown.clear();
        bench.rounds(100, TICK);
        assertThat(sample.handled).containsExactly("a:0", "a:2");
        assertThat(bench.graveyard.buried()).hasSize(1);
        assertThat(bench.parking.size()).isZero();
    }

    @Test
    void a_batch_goes_together_and_a_bad_one_among_them_meets_its_own_fate() {
        Together together = new Together();
        ConsumerBench batches = new ConsumerBench(together);
        for (int record = 0; record < 6; record++) {
            batches.tell(FIRST, "sample.told.v1", "k" + record);
        }
        batches.round();
        assertThat(together.batches).containsExactly(6);
        together.poison.add("k8:8");
        for (int record = 6; record < 10; record++) {
            batches.tell(FIRST, "sample.told.v1", "k" + record);
        }
        batches.time.forward(Duration.ofSeconds(1));
        batches.round();
        assertThat(new LinkedHashSet<>(together.handled))
                .containsExactly(
                        "k0:0", "k1:1", "k2:2", "k3:3", "k4:4", "k5:5", "k6:6", "k7:7", "k9:9");
        assertThat(batches.graveyard.buried()).hasSize(1);
        assertThat(batches.log.committed(FIRST)).isEqualTo(10);
        assertThat(batches.count("xinqun.consumer.handled")).isEqualTo(9);
    }

    private void tell(String key, int times) {
        for (int time = 0; time < times; time++) {
            bench.tell(FIRST, "sample.told.v1", key);
        }
    }

    /// Does what it is told to each event.
    private static class Sample implements EventHandler {

        final List<String> handled = new ArrayList<>();
        final List<String> attempts = new ArrayList<>();
        final Set<String> failing = new HashSet<>();
        final Set<String> poison = new HashSet<>();
        final Set<String> unknown = new HashSet<>();

        @Override
        public Set<String> types() {
            return Set.of("sample.told.v1");
        }

        @Override
        public void handle(Event event) {
            attempts.add(event.id());
            if (failing.contains(event.id())) {
                throw new IllegalStateException("the store is away");
            }
            if (poison.contains(event.id())) {
                throw new PoisonMessage("unreadable", "planted");
            }
            if (unknown.contains(event.id())) {
                throw new NotKnownYet("its cause");
            }
            handled.add(event.id());
        }
    }

    private static final class Together extends Sample implements BatchEventHandler {

        final List<Integer> batches = new ArrayList<>();

        @Override
        public void handleAll(List<Event> events) {
            events.forEach(this::handle);
            batches.add(events.size());
        }
    }
}
