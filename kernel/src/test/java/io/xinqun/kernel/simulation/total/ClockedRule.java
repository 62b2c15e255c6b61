package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.View;
import java.time.Clock;

/// Refuses to reserve for a command that is old at the time somebody comes to decide it.
final class ClockedRule extends StockRule {

    private static final int PATIENCE_SECONDS = 120;

    private final Clock clock;

    ClockedRule(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Decision decide(Command<Request> command, View view) {
        boolean late = clock.instant().isAfter(command.at().plusSeconds(PATIENCE_SECONDS));
        return late && command.payload().verb().equals("reserve")
                ? Decision.of(command, "refused")
                : super.decide(command, view);
    }
}
