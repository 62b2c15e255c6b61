package io.xinqun.kernel.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.xinqun.kernel.consumer.PoisonMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// An [Event] as a Kafka record: CloudEvents 1.0 in binary mode, the value is the JSON data alone.
///
/// Errors: a record that is no such event is a [PoisonMessage] `malformed-event`.
public final class EventCodec {

    private static final String CONTENT_TYPE = "application/json";
    private static final String SEQUENCE = "sequence";
    private static final String CAUSATION = "causationid";
    private static final String ACTOR = "actor";
    private static final String TRACEPARENT = "traceparent";

    private EventCodec() {}

    public static ProducerRecord<String, byte[]> toRecord(String topic, String key, Event event) {
        return KafkaMessageFactory.<String>createWriter(topic, key).writeBinary(envelope(event));
    }

    public static Event fromRecord(ConsumerRecord<String, byte[]> record) {
        try {
            return event(KafkaMessageFactory.createReader(record).toEvent());
        } catch (RuntimeException malformed) {
            // Nothing here waits for anything: whatever fails would fail again for ever.
            throw new PoisonMessage("malformed-event", String.valueOf(malformed.getMessage()));
        }
    }

    /// The type alone, without reading the rest: topics carry types that are not our business.
    public static @Nullable String typeOf(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static CloudEvent envelope(Event event) {
        CloudEventBuilder envelope =
                CloudEventBuilder.v1()
                        .withId(event.id())
                        .withType(event.type())
                        .withSource(URI.create(event.source()))
                        .withSubject(event.subject())
                        .withTime(event.time().atOffset(ZoneOffset.UTC))
                        .withExtension(SEQUENCE, Long.toString(event.sequence()))
                        .withData(CONTENT_TYPE, event.data());
        Actor actor = event.actor();
        extend(envelope, CAUSATION, event.causationId());
        extend(envelope, ACTOR, actor == null ? null : actor.text());
        extend(envelope, TRACEPARENT, event.traceparent());
        return envelope.build();
    }

    private static void extend(CloudEventBuilder envelope, String name, @Nullable String value) {
        if (value != null) {
            envelope.withExtension(name, value);
        }
    }

    private static Event event(CloudEvent envelope) {
        String actor = extension(envelope, ACTOR);
        return new Event(
                envelope.getId(),
                envelope.getType(),
                envelope.getSource().toString(),
                required("subject", envelope.getSubject()),
                Long.parseLong(required(SEQUENCE, extension(envelope, SEQUENCE))),
                extension(envelope, CAUSATION),
                actor == null ? null : Actor.parse(actor),
                extension(envelope, TRACEPARENT),
                EventTime.checked(required("time", envelope.getTime())),
                required("data", envelope.getData()).toBytes());
    }

    private static @Nullable String extension(CloudEvent envelope, String name) {
        return Objects.toString(envelope.getExtension(name), null);
    }

    private static <T> T required(String attribute, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("the event has no " + attribute);
        }
        return value;
    }
}
