package io.xinqun.order.order.line;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The plan version that made a part, so that every fen can be explained later.
///
/// Shape: either a rate on `base` or fen per unit; `cut` when a cap made the part smaller than
/// that. Units: fen, basis points; `supplierFunds` is what of the part the supplier bears, the
/// platform bears the rest.
public record SplitRule(
        String planId,
        long version,
        Fen base,
        @Nullable BasisPoints rate,
        @Nullable Fen fixed,
        Rounding rounding,
        @Nullable Cut cut,
        Fen supplierFunds) {

    /// What becomes of a fraction of a fen.
    public enum Rounding {
        /// It stays with the platform, which takes the remainder of the line.
        DOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Rounding of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// What bounds a part.
    public enum Cap {
        /// The plan's bound for a line.
        LINE,
        /// The plan's bound for all its lines in an order.
        ORDER,
        /// There is no more money in the line.
        MARGIN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Cap of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// What the rule alone would have paid, and the cap that decided in the end.
    public record Cut(Fen from, Cap by) {}
}
