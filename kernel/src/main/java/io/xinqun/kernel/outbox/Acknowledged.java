package io.xinqun.kernel.outbox;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the log has acknowledged lately, so that an older image of a document does not send it
/// again. Forgetting only costs a repetition.
final class Acknowledged {

    /// Some seconds at full speed, in about 3 MB.
    private static final int LIMIT = 20_000;

    private final Map<Key, Boolean> recent =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
                    return size() > LIMIT;
                }
            };

    void add(String documentId, OutboxEntry entry) {
        recent.put(new Key(documentId, OutboxDocument.Stamp.of(entry)), true);
    }

    boolean has(String documentId, OutboxEntry entry) {
        return recent.containsKey(new Key(documentId, OutboxDocument.Stamp.of(entry)));
    }

    private record Key(String documentId, OutboxDocument.Stamp stamp) {}
}
