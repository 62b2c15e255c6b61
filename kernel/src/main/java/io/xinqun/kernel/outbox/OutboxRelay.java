package io.xinqun.kernel.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Publishes what waits in documents: for each document, topic and key in order, never past an
/// entry that is not acknowledged; everything else side by side.
///
/// Shape: any thread offers; one thread calls [#step], which never waits for the log. State: memory
/// only. What fails, finds no place or dies with the process is still in its document, and the
/// sweeper brings it again.
public final class OutboxRelay {

    private final OutboxStore store;
    private final OutboxLog log;
    private final OutboxClearing clearing;
    private final OutboxMeters meters;
    private final Semaphore room;
    private final int size;
    private final Queue<Waiting> arrived = new ConcurrentLinkedQueue<>();
    private final Queue<String> updated = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> fates = new ConcurrentLinkedQueue<>();
    private final Map<String, OutboxDocument> open = new LinkedHashMap<>();
    private final Acknowledged acknowledged = new Acknowledged();
    private volatile Runnable wake = () -> {};

    public OutboxRelay(Ports ports, OutboxLimits limits) {
        this.store = ports.store();
        this.log = ports.log();
        this.clearing = ports.clearing();
        this.meters = ports.meters();
        this.size = limits.documents();
        this.room = new Semaphore(size);
    }

    /// What a relay works with.
    public record Ports(
            OutboxStore store, OutboxLog log, OutboxClearing clearing, OutboxMeters meters) {}

    /// Called when there is something to do for [#step].
    void onWork(Runnable runnable) {
        this.wake = runnable;
    }

    /// Whether this many documents would find room.
    boolean hasRoom(int documents) {
        return room.availablePermits() >= Math.min(documents, size);
    }

    /// A document as it is after a write, with its whole outbox. Never waits.
    public boolean offer(Waiting image) {
        if (!room.tryAcquire()) {
            meters.overflowed();
            return false;
        }
        arrived.add(image);
        wake.run();
        return true;
    }

    /// Documents whose outboxes have to be read first.
    public void offerIds(Collection<String> documentIds) {
        for (String id : documentIds) {
            if (room.tryAcquire()) {
                updated.add(id);
            } else {
                meters.overflowed();
            }
        }
        wake.run();
    }

    /// Takes in what arrived, sends the first entry of every free lane, and looks at what became of
    /// earlier ones. Answers whether there was anything to do.
    public boolean step() {
        boolean worked = takeFates();
        worked |= readUpdated();
        for (Waiting image = arrived.poll(); image != null; image = arrived.poll()) {
            take(image);
            worked = true;
        }
        return worked;
    }

    /// Documents that are being published; for tests that wait for calm.
    int underWay() {
        return size - room.availablePermits();
    }

    private boolean readUpdated() {
        List<String> ids = new ArrayList<>();
        for (String id = updated.poll(); id != null; id = updated.poll()) {
            ids.add(id);
        }
        if (ids.isEmpty()) {
            return false;
        }
        room.release(ids.size());
        store.read(ids).forEach(this::offer);
        return true;
    }

    private void take(Waiting image) {
        OutboxDocument document = open.get(image.documentId());
        if (document == null) {
            document = new OutboxDocument(image.documentId());
            open.put(image.documentId(), document);
        } else {
            room.release();
        }
        List<OutboxEntry> fresh = new ArrayList<>();
        for (OutboxEntry entry : image.entries()) {
            if (acknowledged.has(image.documentId(), entry)) {
                // The log has it; only taking it out of the document failed or is on its way.
                clearing.published(image.documentId(), entry.id());
            } else {
                fresh.add(entry);
            }
        }
        document.merge(fresh);
        proceed(document);
    }

    private void proceed(OutboxDocument document) {
        for (OutboxDocument.Lane lane : document.lanes()) {
            OutboxEntry entry = lane.next();
            if (entry != null) {
                send(document.id(), lane, entry);
            }
        }
        if (document.isDone()) {
            open.remove(document.id());
            room.release();
        }
    }

    private void send(String documentId, OutboxDocument.Lane lane, OutboxEntry entry) {
        OutboxEntry filled = OutboxTemplate.fill(documentId, entry);
        try {
            log.send(
                    documentId,
                    filled,
                    failure -> {
                        fates.add(new Sent(documentId, lane, entry, failure));
                        wake.run();
                    });
        } catch (RuntimeException refused) {
            fates.add(new Sent(documentId, lane, entry, refused));
            wake.run();
        }
    }

    private boolean takeFates() {
        boolean any = false;
        for (Sent sent = fates.poll(); sent != null; sent = fates.poll()) {
            any = true;
            OutboxDocument document = open.get(sent.documentId());
            Throwable failure = sent.failure();
            if (failure == null) {
                meters.published(sent.entry());
                acknowledged.add(sent.documentId(), sent.entry());
                clearing.published(sent.documentId(), sent.entry().id());
                sent.lane().acknowledged();
            } else {
                meters.failed(sent.entry(), failure);
                // The entries behind it stay in the document too, for the sweeper.
                sent.lane().abandon();
            }
            if (document != null) {
                proceed(document);
            }
        }
        return any;
    }

    private record Sent(
            String documentId,
            OutboxDocument.Lane lane,
            OutboxEntry entry,
            @Nullable Throwable failure) {}
}
