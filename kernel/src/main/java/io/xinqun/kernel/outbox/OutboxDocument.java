package io.xinqun.kernel.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A document whose entries are being published: a lane for each topic and key.
final class OutboxDocument {

    private final String id;
    private final Map<Direction, Lane> lanes = new LinkedHashMap<>();

    OutboxDocument(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    Collection<Lane> lanes() {
        return lanes.values();
    }

    void merge(List<OutboxEntry> image) {
        Map<Direction, List<OutboxEntry>> byLane = new LinkedHashMap<>();
        for (OutboxEntry entry : image) {
            Direction direction = new Direction(entry.topic(), OutboxTemplate.key(id, entry));
            byLane.computeIfAbsent(direction, ignored -> new ArrayList<>()).add(entry);
        }
        byLane.forEach((direction, entries) ->
                lanes.computeIfAbsent(direction, ignored -> new Lane()).merge(entries));
    }

    boolean isDone() {
        return lanes.values().stream().allMatch(Lane::isDone);
    }

    private record Direction(String topic, String key) {}

    /// The entries of one document for one topic and key. One of them is under way at a time, so a
    /// failed one cannot be overtaken.
    static final class Lane {

        private final Deque<OutboxEntry> waiting = new ArrayDeque<>();
        private @Nullable OutboxEntry underWay;

        /// Adds what a newer image of the document has and this lane has not. An older image adds
        /// nothing, or entries that were acknowledged before; a repetition does no harm.
        void merge(List<OutboxEntry> image) {
            Set<Stamp> here = new HashSet<>();
            waiting.forEach(entry -> here.add(Stamp.of(entry)));
            OutboxEntry current = underWay;
            if (current != null) {
                here.add(Stamp.of(current));
            }
            for (OutboxEntry entry : image) {
                if (here.add(Stamp.of(entry))) {
                    waiting.add(entry);
                }
            }
        }

        /// The entry to send now, if none is under way.
        @Nullable OutboxEntry next() {
            if (underWay != null || waiting.isEmpty()) {
                return null;
            }
            underWay = waiting.removeFirst();
            return underWay;
        }

        void acknowledged() {
            underWay = null;
        }

        /// The entry under way has failed: nothing behind it may go.
        void abandon() {
            underWay = null;
            waiting.clear();
        }

        boolean isDone() {
            return underWay == null && waiting.isEmpty();
        }
    }

    /// Tells two entries apart. A command that is sent again has the id of the first one, but not
    /// its time.
    record Stamp(String entryId, long at) {

        static Stamp of(OutboxEntry entry) {
            return new Stamp(entry.id(), entry.at().toEpochMilli());
        }
    }
}
