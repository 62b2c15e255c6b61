package io.xinqun.kernel.simulation.outbox;

import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxTemplate;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a consumer must find in the log: every event of an aggregate, first occurrences in order
/// and without a gap; every command; and nothing that was never written.
final class OutboxInvariants {

    private OutboxInvariants() {}

    static @Nullable String violation(MemoryOutboxStore store, MemoryLog log, String poisoned) {
        Map<String, Long> heard = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (MemoryLog.Record record : log.records) {
            OutboxEntry entry = record.entry();
            String text = new String(entry.data(), StandardCharsets.UTF_8);
            if (entry.id().contains("{{") || entry.key().contains("{{") || text.contains("{{")) {
                return "a template went out unfilled: " + entry;
            }
            ids.add(entry.id());
            long last = heard.getOrDefault(record.document(), 0L);
            if (entry.sequence() > last + 1) {
                return entry.id() + " came when only " + last + " had been heard";
            }
            heard.put(record.document(), Math.max(last, entry.sequence()));
        }
        for (var aggregate : store.aggregates.entrySet()) {
            for (OutboxEntry entry : aggregate.getValue().written) {
                String id =
                        OutboxTemplate.isTemplate(entry.id())
                                ? aggregate.getKey() + ":" + entry.sequence()
                                : entry.id();
                boolean behindPoison = aggregate.getKey().equals(poisoned);
                if (!ids.remove(id) && !behindPoison) {
                    return id + " never came";
                }
            }
        }
        return ids.isEmpty() ? null : "events about nothing: " + ids;
    }
}
