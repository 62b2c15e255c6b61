package io.xinqun.kernel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.simulation.outbox.OutboxMistake;
import io.xinqun.kernel.simulation.outbox.OutboxWorld;
import io.xinqun.kernel.simulation.total.TotalsMistake;
import io.xinqun.kernel.simulation.total.TotalsWorld;
import java.util.function.LongFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Plants one mistake at a time and sees the simulation find it.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SimulationBitesTest {

    /// A mistake that needs more histories than this would slip through [SimulationTest] too often.
    private static final long BUDGET = 3_000;

    @ParameterizedTest
    @EnumSource(value = TotalsMistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void a_mistake_around_totals_is_found(TotalsMistake mistake) {
        found(mistake, seed -> new TotalsWorld(seed, mistake, false));
    }

    @ParameterizedTest
    @EnumSource(value = OutboxMistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void a_mistake_around_the_outbox_is_found(OutboxMistake mistake) {
        found(mistake, seed -> new OutboxWorld(seed, mistake, false));
    }

    private static void found(Enum<?> mistake, LongFunction<World> history) {
        String violation = null;
        long histories = 0;
        while (violation == null && histories < BUDGET) {
            violation = history.apply(histories++).run();
        }
        assertThat(violation).as("%s within %d histories", mistake, BUDGET).isNotNull();
        // The report of the build keeps this line.
        System.out.printf(
                "planted %s: found after %d histories: %.120s%n", mistake, histories, violation);
    }
}
