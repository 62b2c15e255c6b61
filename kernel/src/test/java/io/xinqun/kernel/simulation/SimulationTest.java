package io.xinqun.kernel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.simulation.outbox.OutboxMistake;
import io.xinqun.kernel.simulation.outbox.OutboxWorld;
import io.xinqun.kernel.simulation.total.TotalsMistake;
import io.xinqun.kernel.simulation.total.TotalsWorld;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The product's own outbox and totals, through more than 50,000 histories of crashes, outages and
/// zombies. `-Dsimulation.seed=<n>` replays one history and tells it step by step when it fails;
/// `-Dsimulation.histories=<n>` runs another number of them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SimulationTest {

    /// Together 52,000, in about a minute of one core.
    private static final long TOTALS = 30_000;

    private static final long OUTBOXES = 22_000;

    @Test
    void totals_stay_right_in_every_history() {
        seeds(TOTALS).forEach(seed -> check(seed, totals(seed, false)));
    }

    @Test
    void events_leave_their_documents_in_order_and_complete_in_every_history() {
        seeds(OUTBOXES).forEach(seed -> check(seed, outbox(seed, false)));
    }

    @Test
    void a_seed_gives_the_same_history_again() {
        for (long seed = 0; seed < 20; seed++) {
            World first = totals(seed, true);
            World second = totals(seed, true);
            assertThat(second.run()).isEqualTo(first.run());
            assertThat(second.diary()).isEqualTo(first.diary()).isNotEmpty();
            World outbox = outbox(seed, true);
            World again = outbox(seed, true);
            assertThat(again.run()).isEqualTo(outbox.run());
            assertThat(again.diary()).isEqualTo(outbox.diary()).isNotEmpty();
        }
    }

    private static LongStream seeds(long histories) {
        Long one = Long.getLong("simulation.seed");
        return one == null
                ? LongStream.range(0, Long.getLong("simulation.histories", histories))
                : LongStream.of(one);
    }

    private static World totals(long seed, boolean recorded) {
        return new TotalsWorld(seed, TotalsMistake.NONE, recorded);
    }

    private static World outbox(long seed, boolean recorded) {
        return new OutboxWorld(seed, OutboxMistake.NONE, recorded);
    }

    private static void check(long seed, World world) {
        String violation = world.run();
        if (violation != null) {
            World told = world instanceof TotalsWorld ? totals(seed, true) : outbox(seed, true);
            told.run();
            throw new AssertionError(
                    "%s, seed %d (replay with -Dsimulation.seed=%d): %s%n%s"
                            .formatted(
                                    world.getClass().getSimpleName(),
                                    seed,
                                    seed,
                                    violation,
                                    told.diary()));
        }
    }
}
