package io.xinqun.kernel.event;

/// How a topic forgets: by age, or by keeping the newest record of each key.
public enum Cleanup {
    DELETE("delete"),
    COMPACT("compact");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    public String policy() {
        return policy;
    }
}
