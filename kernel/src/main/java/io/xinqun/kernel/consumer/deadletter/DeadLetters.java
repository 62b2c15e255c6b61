package io.xinqun.kernel.consumer.deadletter;

import io.xinqun.kernel.consumer.ConsumerMeters;
import io.xinqun.kernel.consumer.PoisonMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.kafka.core.KafkaOperations;

/// The dead-letter topic of a consumer group: records that can never succeed, as they came, with
/// the reason in headers.
///
/// State: a record is buried when the broker has acknowledged it; before that nothing is skipped. A
/// record that becomes too large by its headers is buried without key, value and headers of its
/// own: where it stands says where they are. Errors: a broker that does not answer is an
/// infrastructure error like any other.
public final class DeadLetters {

    public static final String REASON = "dead-letter-reason";
    public static final String DETAIL = "dead-letter-detail";
    public static final String GROUP = "dead-letter-group";
    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";
    public static final String LEFT_OUT = "dead-letter-left-out";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /// A detail is one sentence for a person.
    private static final int LONGEST_DETAIL = 500;

    /// Longer than the producer tries by itself.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaOperations<String, byte[]> kafka;
    private final String topic;
    private final ConsumerMeters meters;

    /// The topic's full name, prefix included.
    public DeadLetters(KafkaOperations<String, byte[]> kafka, String topic, ConsumerMeters meters) {
        this.kafka = kafka;
        this.topic = topic;
        this.meters = meters;
    }

    /// The name of a group's dead-letter topic.
    public static String topicOf(String group) {
        return group + ".dead-letter";
    }

    /// Returns when the record is safe.
    public void bury(ConsumerRecord<String, byte[]> record, PoisonMessage poison) {
        ProducerRecord<String, byte[]> dead =
                new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
        tell(dead.headers(), record, poison);
        try {
            send(dead);
        } catch (RecordTooLargeException large) {
            send(withoutContent(record, poison));
        }
        meters.dead(poison.reason());
        LOG.error(
                "{}: record {} of {}-{} is dead: {}",
                meters.group(),
                record.offset(),
                record.topic(),
                record.partition(),
                poison.getMessage());
    }

    private ProducerRecord<String, byte[]> withoutContent(
            ConsumerRecord<String, byte[]> record, PoisonMessage poison) {
        ProducerRecord<String, byte[]> dead = new ProducerRecord<>(topic, new byte[0]);
        tell(dead.headers(), record, poison);
        put(dead.headers(), LEFT_OUT, "key, value and headers: the record is too large");
        return dead;
    }

    private void tell(
            Headers headers, ConsumerRecord<String, byte[]> record, PoisonMessage poison) {
        String detail = poison.detail();
        put(headers, REASON, poison.reason());
        put(headers, DETAIL, detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)));
        put(headers, GROUP, meters.group());
        put(headers, TOPIC, record.topic());
        put(headers, PARTITION, Integer.toString(record.partition()));
        put(headers, OFFSET, Long.toString(record.offset()));
    }

    private void send(ProducerRecord<String, byte[]> dead) {
        try {
            kafka.send(dead).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | NestedRuntimeException failed) {
            if (NestedExceptionUtils.getMostSpecificCause(failed)
                    instanceof RecordTooLargeException large) {
                throw large;
            }
            throw new KafkaException("the dead letter is not safe yet", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped before the dead letter was safe", stop);
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
