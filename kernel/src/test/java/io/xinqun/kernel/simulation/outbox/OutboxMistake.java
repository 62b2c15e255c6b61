package io.xinqun.kernel.simulation.outbox;

import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxLog;
import io.xinqun.kernel.outbox.OutboxStore;
import io.xinqun.kernel.outbox.Waiting;
import io.xinqun.kernel.simulation.World;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Mistakes that can be made around an outbox, each planted as a wrapper of store, log or relay.
public enum OutboxMistake {
    NONE,
    ARRAY_REPLACED,
    RELAY_PASSES_WHAT_IS_NOT_ACKNOWLEDGED,
    SENT_COUNTED_AS_ACKNOWLEDGED,
    WHOLE_ARRAY_CLEARED,
    TEMPLATE_TAKEN_OUT_OF_OTHER_DOCUMENTS,
    TEMPLATE_PUBLISHED_WITHOUT_READING_THE_DOCUMENT,
    SWEEPER_STARVED_BY_THE_FIRST_DOCUMENT,
    NO_SWEEPER;

    MemoryOutboxStore store(World world) {
        return new MemoryOutboxStore(world);
    }

    OutboxLog sentTo(World world, MemoryLog log) {
        if (this != SENT_COUNTED_AS_ACKNOWLEDGED) {
            return log;
        }
        return (String documentId, OutboxEntry entry, OutboxLog.Fate fate) -> {
            log.send(documentId, entry, ignored -> {});
            fate.decided(null);
        };
    }

    OutboxStore clearedIn(MemoryOutboxStore store) {
        return switch (this) {
            case WHOLE_ARRAY_CLEARED -> new ClearsAll(store);
            case TEMPLATE_TAKEN_OUT_OF_OTHER_DOCUMENTS -> new PullsInOneStatement(store);
            default -> store;
        };
    }

    OutboxStore sweptIn(MemoryOutboxStore store) {
        return this == SWEEPER_STARVED_BY_THE_FIRST_DOCUMENT ? new FirstOnly(store) : store;
    }

    private static class Wrapper implements OutboxStore {

        final MemoryOutboxStore store;

        Wrapper(MemoryOutboxStore store) {
            this.store = store;
        }

        @Override
        public Backlog backlog(Instant before) {
            return store.backlog(before);
        }

        @Override
        public List<Waiting> read(Collection<String> documentIds) {
            return store.read(documentIds);
        }

        @Override
        public void remove(List<PublishedEntry> published) {
            store.remove(published);
        }
    }

    private static final class ClearsAll extends Wrapper {

        ClearsAll(MemoryOutboxStore store) {
            super(store);
        }

        @Override
        public void remove(List<PublishedEntry> published) {
            for (PublishedEntry entry : published) {
                store.step();
                store.aggregates.get(entry.documentId()).outbox.clear();
            }
        }
    }

    private static final class PullsInOneStatement extends Wrapper {

        PullsInOneStatement(MemoryOutboxStore store) {
            super(store);
        }

        @Override
        public void remove(List<PublishedEntry> published) {
            store.pull(published);
        }
    }

    /// Each sweep looks at the longest waiting document only.
    private static final class FirstOnly extends Wrapper {

        FirstOnly(MemoryOutboxStore store) {
            super(store);
        }

        @Override
        public Backlog backlog(Instant before) {
            Backlog all = store.backlog(before);
            Set<String> seen = new HashSet<>();
            return new Backlog() {
                @Override
                public List<Waiting> next() {
                    return seen.add("first") ? all.next() : List.of();
                }

                @Override
                public void close() {
                    all.close();
                }
            };
        }
    }
}
