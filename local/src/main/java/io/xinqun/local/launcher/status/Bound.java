package io.xinqun.local.launcher.status;

/// How far a number may go before a person should look. The page docs/operating/observing.md says
/// why each has its value, and a test holds it to these.
public enum Bound {
    CONSUMER_LAG("consumer lag of a group", 10_000, "records"),
    OUTBOX_LEFT("documents left in an outbox", 1_000, "documents"),
    OUTBOX_AGE("age of the oldest entry left", 30, "s"),
    PARKED_KEYS("keys parked by a program", 100, "keys"),
    DEAD_LETTERS("dead letters in a topic", 0, "records"),
    OPEN_BREAKERS("breakers open in a program", 0, "breakers"),
    PROOF_DIFFERENCES("differences in the proof", 0, "differences"),
    PROOF_AGE("age of the proof", 120, "s");

    private final String what;
    private final long most;
    private final String unit;

    Bound(String what, long most, String unit) {
        this.what = what;
        this.most = most;
        this.unit = unit;
    }

    /// The first two cells of its row in the page.
    public String row() {
        return "| %s | %,d %s |".formatted(what, most, unit);
    }

    boolean holds(long value) {
        return value <= most;
    }
}
