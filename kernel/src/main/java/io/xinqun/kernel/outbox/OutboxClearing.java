package io.xinqun.kernel.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Takes acknowledged entries out of their documents, many in one statement. Being late or failing
/// here costs a repetition, never an event.
public final class OutboxClearing {

    private final OutboxStore store;
    private final OutboxLimits limits;
    private final OutboxMeters meters;
    private final Queue<OutboxStore.PublishedEntry> published = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile Runnable wake = () -> {};

    public OutboxClearing(OutboxStore store, OutboxLimits limits, OutboxMeters meters) {
        this.store = store;
        this.limits = limits;
        this.meters = meters;
    }

    /// Called when there is something to do for [#step].
    void onWork(Runnable runnable) {
        this.wake = runnable;
    }

    /// Called for entries that the log has acknowledged, and only for those. When too many wait,
    /// the entry stays where it is; the sweeper brings it again.
    void published(String documentId, String entryId) {
        if (size.incrementAndGet() > limits.documents()) {
            size.decrementAndGet();
            return;
        }
        published.add(new OutboxStore.PublishedEntry(documentId, entryId));
        wake.run();
    }

    boolean isIdle() {
        return published.isEmpty();
    }

    /// One statement's worth; answers whether there was anything.
    public boolean step() {
        List<OutboxStore.PublishedEntry> batch = new ArrayList<>();
        OutboxStore.PublishedEntry next = published.poll();
        while (next != null) {
            batch.add(next);
            next = batch.size() < limits.clearing() ? published.poll() : null;
        }
        if (batch.isEmpty()) {
            return false;
        }
        size.addAndGet(-batch.size());
        store.remove(batch);
        meters.cleared(batch.size());
        return true;
    }
}
