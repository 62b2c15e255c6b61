package io.xinqun.kernel.outbox;

import java.util.List;

/// A document and the whole of its outbox, in the order it was written.
public record Waiting(String documentId, List<OutboxEntry> entries) {

    public Waiting {
        entries = List.copyOf(entries);
    }
}
