package io.xinqun.catalog.onboarding.schedule;

import io.xinqun.catalog.onboarding.SpreadStatus;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks every second for suppliers whose change of status has not reached all their products.
public final class SpreadStatusSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SpreadStatusSweep.class);

    /// A hundred thousand products take about a minute; what is left then is for the next round.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SpreadStatus spreadStatus;

    public SpreadStatusSweep(SpreadStatus spreadStatus) {
        this.spreadStatus = spreadStatus;
    }

    @Scheduled(fixedDelayString = "${xinqun.catalog.spread-every:1s}")
    public void sweep() {
        try {
            spreadStatus.handle().block(PATIENCE);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "spreading a supplier's status goes on in the next round: {}",
                    failed.toString());
        }
    }
}
