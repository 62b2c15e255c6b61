package io.xinqun.commission;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// What this service measures of its own business.
public enum CommissionMetric implements MeterDocumentation {

    /// Bookings whose entries are all posted, since the start.
    BOOKINGS_CLOSED("xinqun.commission.bookings.closed", Meter.Type.COUNTER),

    /// Bookings that wait for the ledger or for their second step.
    BOOKINGS_OPEN("xinqun.commission.bookings.open", Meter.Type.GAUGE),

    /// Age in seconds of the longest open booking. Alert: minutes of it mean that money is stuck.
    BOOKINGS_OLDEST("xinqun.commission.bookings.oldest", Meter.Type.GAUGE),

    /// Entries of open bookings that the ledger refused. Alert: anything but 0.
    ENTRIES_REFUSED("xinqun.commission.entries.refused", Meter.Type.GAUGE),

    /// What the last step of the continuous proof found wrong, by `check`. Alert: anything but 0.
    PROOF_DIFFERENCES("xinqun.commission.proof.differences", Meter.Type.GAUGE),

    /// How far the proof is behind, by `check`: journal entries not folded, seconds of provider
    /// lines that wait for their counterpart.
    PROOF_LAG("xinqun.commission.proof.lag", Meter.Type.GAUGE),

    /// When the last step of the continuous proof ended, in seconds since 1970. Alert: minutes ago.
    PROOF_AT("xinqun.commission.proof.at.seconds", Meter.Type.GAUGE),

    /// Steps of the continuous proof by `outcome`: holds, differs, blind (no provider books),
    /// failed.
    PROOF_STEPS("xinqun.commission.proof.steps", Meter.Type.COUNTER);

    private final String name;
    private final Meter.Type type;

    CommissionMetric(String name, Meter.Type type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }
}
