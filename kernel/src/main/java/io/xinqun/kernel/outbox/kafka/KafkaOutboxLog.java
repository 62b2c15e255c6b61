package io.xinqun.kernel.outbox.kafka;

import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxLog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/// Publishes entries to Kafka as CloudEvents. Acknowledged means by all replicas in sync
/// (`acks=all` in the producer's settings).
///
/// Shape: the subject of an event is its document; that of a command is its target, which its id
/// `<cause>:<verb>:<target>` ends with.
public final class KafkaOutboxLog implements OutboxLog {

    private static final int PARTS_OF_A_COMMAND_ID = 3;

    private final KafkaOperations<String, byte[]> kafka;
    private final KafkaNames names;
    private final String source;

    public KafkaOutboxLog(KafkaOperations<String, byte[]> kafka, KafkaNames names, String source) {
        this.kafka = kafka;
        this.names = names;
        this.source = source;
    }

    @Override
    public void send(String documentId, OutboxEntry entry, Fate fate) {
        CompletableFuture<?> sent =
                kafka.send(
                        EventCodec.toRecord(
                                names.topic(entry.topic()), entry.key(), event(documentId, entry)));
        // The fate is told in the handler; there is nothing else in the future.
        CompletableFuture<?> _ =
                sent.whenComplete((result, failure) -> fate.decided(cause(failure)));
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        if (failure instanceof CompletionException wrapper && wrapper.getCause() != null) {
            return wrapper.getCause();
        }
        return failure;
    }

    private Event event(String documentId, OutboxEntry entry) {
        return new Event(
                entry.id(),
                entry.type(),
                source,
                entry.sequence() > 0 ? documentId : target(entry),
                entry.sequence(),
                entry.causationId(),
                entry.actor(),
                entry.traceparent(),
                entry.at(),
                entry.data());
    }

    private static String target(OutboxEntry command) {
        String[] parts = command.id().split(":", PARTS_OF_A_COMMAND_ID);
        return parts.length == PARTS_OF_A_COMMAND_ID ? parts[2] : command.key();
    }
}
