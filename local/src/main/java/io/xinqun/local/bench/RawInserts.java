package io.xinqun.local.bench;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/// What the store and the broker can do at best with single journaled inserts of the same bytes: a
/// document in, acknowledged by the journal, then a record out, acknowledged by the broker; as many
/// at once as the other side has connections.
final class RawInserts {

    private final MongoCollection<Document> collection;
    private final Producer<String, byte[]> producer;
    private final String topic;
    private final AtomicLong number = new AtomicLong();

    RawInserts(
            MongoCollection<Document> collection, Producer<String, byte[]> producer, String topic) {
        this.collection = collection.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.producer = producer;
        this.topic = topic;
    }

    /// @return accepted documents a second
    double run(Document sample, byte[] event, int atOnce, Duration duration) {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        Long done =
                Flux.range(0, atOnce)
                        .flatMap(lane -> lane(sample, event, end), atOnce)
                        .reduce(0L, Long::sum)
                        .block();
        return (done == null ? 0 : done) * 1e9 / (System.nanoTime() - begin);
    }

    private Mono<Long> lane(Document sample, byte[] event, long end) {
        return Mono.defer(() -> one(sample, event)).repeat(() -> System.nanoTime() < end).count();
    }

    private Mono<Boolean> one(Document sample, byte[] event) {
        String id = "raw" + number.incrementAndGet();
        Document copy = new Document(sample);
        copy.put("_id", id);
        return Mono.from(collection.insertOne(copy)).then(produced(id, event));
    }

    private Mono<Boolean> produced(String key, byte[] event) {
        return Mono.create(sink -> {
            // The fate is told in the callback; there is nothing else in the future.
            Future<RecordMetadata> _ =
                    producer.send(
                            new ProducerRecord<>(topic, key, event),
                            (metadata, failure) -> acknowledge(sink, failure));
        });
    }

    private static void acknowledge(MonoSink<Boolean> sink, @Nullable Exception failure) {
        if (failure == null) {
            sink.success(true);
        } else {
            sink.error(failure);
        }
    }
}
