package io.xinqun.kernel.simulation.outbox;

import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxStore;
import io.xinqun.kernel.outbox.OutboxTemplate;
import io.xinqun.kernel.outbox.Waiting;
import io.xinqun.kernel.simulation.Coroutine;
import io.xinqun.kernel.simulation.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Aggregates with a version and an outbox. One document is read or written in one step; a
/// statement about several is several steps, and a call may end in an outage after any of them.
class MemoryOutboxStore implements OutboxStore {

    private static final int OUTAGE = 8;

    final World world;
    final Map<String, Aggregate> aggregates = new LinkedHashMap<>();

    MemoryOutboxStore(World world) {
        this.world = world;
    }

    static final class Aggregate {
        long version;
        List<OutboxEntry> outbox = new ArrayList<>();
        final List<OutboxEntry> written = new ArrayList<>();
    }

    final void step() {
        Coroutine.pause();
        world.chance().mayFail(OUTAGE);
    }

    Waiting image(String id) {
        return new Waiting(id, aggregates.get(id).outbox);
    }

    @Override
    public Backlog backlog(Instant before) {
        List<String> ids = new ArrayList<>(aggregates.keySet());
        return new Backlog() {
            @Override
            public List<Waiting> next() {
                while (!ids.isEmpty()) {
                    step();
                    Waiting image = image(ids.removeFirst());
                    if (image.entries().stream().anyMatch(entry -> entry.at().isBefore(before))) {
                        return List.of(image);
                    }
                }
                return List.of();
            }

            @Override
            public void close() {
                ids.clear();
            }
        };
    }

    @Override
    public List<Waiting> read(Collection<String> documentIds) {
        List<Waiting> found = new ArrayList<>();
        for (String id : documentIds) {
            step();
            found.add(image(id));
        }
        return found;
    }

    /// As MongoDB does it: a statement for single entries and one for each template, document by
    /// document.
    @Override
    public void remove(List<PublishedEntry> published) {
        Map<String, List<PublishedEntry>> statements = new LinkedHashMap<>();
        for (PublishedEntry entry : published) {
            boolean template = OutboxTemplate.isTemplate(entry.entryId());
            statements
                    .computeIfAbsent(template ? entry.entryId() : "", id -> new ArrayList<>())
                    .add(entry);
        }
        statements.values().forEach(this::pull);
        // The reply may get lost.
        step();
    }

    void pull(List<PublishedEntry> entries) {
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> ids.add(entry.entryId()));
        for (PublishedEntry entry : entries) {
            step();
            aggregates
                    .get(entry.documentId())
                    .outbox
                    .removeIf(waiting -> ids.contains(waiting.id()));
        }
        world.note(() -> "removed " + entries);
    }
}
