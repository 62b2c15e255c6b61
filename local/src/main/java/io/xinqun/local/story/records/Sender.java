package io.xinqun.local.story.records;

import io.xinqun.local.story.client.StoryFailure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes any record into any topic, as a program with a defect would.
final class Sender implements AutoCloseable {

    /// More than the broker takes, so that the broker decides and not this client.
    private static final int MOST_BYTES = 2 << 20;

    /// What a broker takes by default: https://kafka.apache.org/documentation/#message.max.bytes
    private static final int LARGEST_BATCH = 1_048_588;

    private static final int STEP = 64;

    private final KafkaProducer<String, byte[]> producer;

    Sender(String kafka) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                MOST_BYTES,
                                ProducerConfig.ACKS_CONFIG,
                                "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /// Where a record lies.
    record Place(String topic, int partition, long offset) {

        static Place of(RecordMetadata sent) {
            return new Place(sent.topic(), sent.partition(), sent.offset());
        }
    }

    /// Returns when the broker has it.
    Place send(ProducerRecord<String, byte[]> record) {
        try {
            return Place.of(producer.send(record).get());
        } catch (ExecutionException cause) {
            if (cause.getCause() instanceof RecordTooLargeException large) {
                throw large;
            }
            throw new StoryFailure("the broker did not take the record", cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted", cause);
        }
    }

    /// The largest that the broker takes.
    Place sendLargest(IntFunction<ProducerRecord<String, byte[]>> ofBytes) {
        for (int bytes = LARGEST_BATCH; bytes > 0; bytes -= STEP) {
            Optional<Place> place = tryToSend(ofBytes.apply(bytes));
            if (place.isPresent()) {
                return place.get();
            }
        }
        throw new StoryFailure("the broker takes nothing");
    }

    private Optional<Place> tryToSend(ProducerRecord<String, byte[]> record) {
        try {
            return Optional.of(send(record));
        } catch (RecordTooLargeException tooLarge) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
