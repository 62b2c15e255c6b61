package io.xinqun.kernel.outbox;

import org.jspecify.annotations.Nullable;

/// Where entries are published.
public interface OutboxLog {

    /// Sends an entry and reports its fate once, later, on any thread. An exception thrown here is
    /// a failure too.
    void send(String documentId, OutboxEntry entry, Fate fate);

    /// Called with null when the log has the entry for good, otherwise with the reason; then it may
    /// have it or not.
    @FunctionalInterface
    interface Fate {

        void decided(@Nullable Throwable failure);
    }
}
