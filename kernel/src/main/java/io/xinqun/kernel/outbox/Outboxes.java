package io.xinqun.kernel.outbox;

import java.util.function.Function;

/// The outboxes of a program, one per collection, with their relays and sweepers. A bean.
public final class Outboxes implements AutoCloseable {

    private final Function<String, Outbox> opener;

    public Outboxes(Function<String, Outbox> opener) {
        this.opener = opener;
    }

    /// The outbox of a collection; the first call creates its index and starts relay and sweeper.
    public Outbox of(String collection) {
        return opener.apply(collection);
    }

    @Override
    public void close() {}
}
