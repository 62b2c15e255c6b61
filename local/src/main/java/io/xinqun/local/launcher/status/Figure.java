package io.xinqun.local.launcher.status;

/// One number of the status, as it is shown, and whether a person should look at it.
public record Figure(String text, Mark mark) {

    /// What a figure means for who reads it.
    public enum Mark {
        FINE,
        /// Out of its range.
        OUT,
        /// Whoever knows it does not answer.
        UNKNOWN
    }

    static final Figure UNKNOWN = new Figure("not known", Mark.UNKNOWN);

    /// A word that is neither good nor bad.
    static Figure word(String text) {
        return new Figure(text, Mark.FINE);
    }

    static Figure of(long value, Bound bound, String unit) {
        return new Figure(
                "%,d%s".formatted(value, unit), bound.holds(value) ? Mark.FINE : Mark.OUT);
    }

    /// With its mark behind it.
    String shown() {
        return mark == Mark.OUT ? text + " !" : text + "  ";
    }
}
