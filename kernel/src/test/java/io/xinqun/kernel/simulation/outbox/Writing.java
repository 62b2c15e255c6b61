package io.xinqun.kernel.simulation.outbox;

import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxTemplate;
import io.xinqun.kernel.outbox.Waiting;
import io.xinqun.kernel.simulation.Coroutine;
import io.xinqun.kernel.simulation.World;
import io.xinqun.kernel.simulation.outbox.MemoryOutboxStore.Aggregate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// State changes as services make them: on condition of the version, pushing to the outbox.
final class Writing {

    private final World world;
    private final MemoryOutboxStore store;
    private final OutboxMistake mistake;
    private final boolean poisoned;

    Writing(World world, MemoryOutboxStore store, OutboxMistake mistake, boolean poisoned) {
        this.world = world;
        this.store = store;
        this.mistake = mistake;
        this.poisoned = poisoned;
    }

    /// The image after the write, or null when somebody else was faster or it is complete.
    @Nullable Waiting update(String id, int versions) {
        Aggregate aggregate = store.aggregates.get(id);
        long version = aggregate.version;
        store.step();
        if (version >= versions || aggregate.version != version) {
            return null;
        }
        List<OutboxEntry> entries = new ArrayList<>(List.of(event(id, version + 1)));
        if (world.chance().perMille(400)) {
            entries.add(command(id, version + 1));
        }
        aggregate.version++;
        aggregate.written.addAll(entries);
        if (mistake == OutboxMistake.ARRAY_REPLACED) {
            aggregate.outbox = new ArrayList<>(entries);
        } else {
            aggregate.outbox.addAll(entries);
        }
        world.note(() -> "wrote " + id + " " + aggregate.version);
        Waiting image = store.image(id);
        // The reply may get lost; then only the sweeper knows.
        store.step();
        return image;
    }

    /// The same bytes into every document that has this version, one after the other.
    List<String> updateMany(List<String> ids, int versions) {
        long version = store.aggregates.get(world.chance().one(ids)).version;
        List<String> touched = new ArrayList<>();
        OutboxEntry template =
                OutboxEntry.fromDocument(
                        new OutboxTemplate(
                                        "events",
                                        "event",
                                        version + 1,
                                        null,
                                        null,
                                        now(),
                                        "{\"id\":\"{{id}}\"}")
                                .toDocument());
        for (String id : ids) {
            Aggregate aggregate = store.aggregates.get(id);
            Coroutine.pause();
            if (aggregate.version == version && version < versions) {
                aggregate.version++;
                aggregate.written.add(template);
                aggregate.outbox.add(template);
                touched.add(id);
                world.note(() -> "wrote template " + id + " " + aggregate.version);
            }
        }
        store.step();
        return touched;
    }

    private OutboxEntry event(String id, long sequence) {
        boolean poison = poisoned && id.equals("a") && sequence == 2;
        return entry(
                id + ":" + sequence, "events", id, sequence, poison ? MemoryLog.POISON : "event");
    }

    private OutboxEntry command(String id, long cause) {
        return entry(id + cause + ":reserve:x", "commands", "7", 0, "command");
    }

    private OutboxEntry entry(
            String entryId, String topic, String key, long sequence, String type) {
        byte[] data = new Document("entry", entryId).toJson().getBytes(StandardCharsets.UTF_8);
        return new OutboxEntry(entryId, topic, key, type, sequence, null, null, null, now(), data);
    }

    private Instant now() {
        return world.clock().instant();
    }
}
