package io.xinqun.commission.plan.simulation;

import io.xinqun.commission.plan.terms.Level;
import io.xinqun.kernel.money.Fen;
import java.util.Locale;
import java.util.Optional;

/// How a line is split under some plans.
///
/// Units: fen; supplier, levels and platform sum to what was paid.
public record SimulatedLine(
        Optional<PlanCandidate> plan,
        Fen supplier,
        Optional<Part> level1,
        Optional<Part> level2,
        Fen platform) {

    /// What bounds a part.
    public enum Cap {
        LINE,
        ORDER,
        MARGIN;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One level's part: what the plan alone would have paid, what it comes to, the cap that
    /// decided if there was one, and what of it the supplier bears.
    public record Part(Level level, Fen wanted, Fen amount, Optional<Cap> cap, Fen supplierFunds) {

        public Fen platformFunds() {
            return amount.minus(supplierFunds);
        }
    }
}
