package io.xinqun.local.infrastructure;

/// The servers speaking MongoDB's protocol that one machine may have, best first.
public enum StoreKind {
    GIVEN("the MongoDB at the address given", "its durability and data are yours"),
    MONGOD("mongod from PATH", "a real MongoDB"),
    PROOF("the proof store", "durable, WiredTiger underneath; good for tests and measurements"),
    EMBEDDED(
            "the in-JVM store",
            "memory only, small data, no real index planner; good for a first look."
                    + " './xinqun store' builds the proof store");

    private final String what;
    private final String meaning;

    StoreKind(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    /// One line that says which store it is and what that means.
    public String sentence() {
        return "store: " + what + " (" + meaning + ")";
    }

    /// True when data survives a killed process.
    public boolean durable() {
        return this != EMBEDDED;
    }

    /// True when queries can be explained as on MongoDB.
    public boolean explains() {
        return this != EMBEDDED;
    }
}
