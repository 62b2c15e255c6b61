package io.xinqun.kernel.total.consumer;

import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.OutgoingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/// Tells what was decided, in the trace of its command, and returns when the log has all of it.
final class OutcomePublisher {

    /// Longer than the producer tries by itself, shorter than a consumer may be silent.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaOperations<String, byte[]> kafka;
    private final KafkaNames names;
    private final Function<Decision, List<OutgoingEvent>> outcomes;

    OutcomePublisher(
            KafkaOperations<String, byte[]> kafka,
            KafkaNames names,
            Function<Decision, List<OutgoingEvent>> outcomes) {
        this.kafka = kafka;
        this.names = names;
        this.outcomes = outcomes;
    }

    void publish(List<Decision> decisions) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (Decision decision : decisions) {
            for (OutgoingEvent event : outcomes.apply(decision)) {
                String topic = names.topic(event.topic());
                Event told = event.event().within(decision.traceparent());
                sent.add(kafka.send(EventCodec.toRecord(topic, event.key(), told)));
            }
        }
        await(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
    }

    static void await(CompletableFuture<?> all) {
        try {
            all.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while publishing", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new KafkaException("not acknowledged", failed);
        }
    }
}
