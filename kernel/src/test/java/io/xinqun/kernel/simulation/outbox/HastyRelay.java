package io.xinqun.kernel.simulation.outbox;

import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxStore.PublishedEntry;
import io.xinqun.kernel.outbox.OutboxTemplate;
import io.xinqun.kernel.outbox.Waiting;
import io.xinqun.kernel.simulation.Chance;
import java.util.List;

/// A relay that sends everything at once and takes out whatever is acknowledged.
final class HastyRelay {

    private final MemoryOutboxStore store;
    private final MemoryLog log;

    HastyRelay(MemoryOutboxStore store, MemoryLog log) {
        this.store = store;
        this.log = log;
    }

    void publish(Waiting image) {
        for (OutboxEntry entry : image.entries()) {
            if (OutboxTemplate.isTemplate(entry.id())) {
                return;
            }
            log.send(
                    image.documentId(),
                    entry,
                    failure -> {
                        if (failure == null) {
                            takeOut(new PublishedEntry(image.documentId(), entry.id()));
                        }
                    });
        }
    }

    private void takeOut(PublishedEntry entry) {
        try {
            store.pull(List.of(entry));
        } catch (Chance.Outage left) {
            // It stays in its document and goes out once more.
        }
    }
}
