package io.xinqun.kernel.consumer.poll;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.xinqun.kernel.consumer.ConsumerMeters;
import io.xinqun.kernel.consumer.EventHandler;
import io.xinqun.kernel.consumer.KafkaSettings;
import io.xinqun.kernel.consumer.deadletter.DeadLetters;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.time.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/// The inside of a consumer thread on a log in memory, with two partitions of one topic, driven
/// round by round.
final class ConsumerBench {

    static final String TOPIC = "sample.v1";
    static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

    private static final KafkaSettings SETTINGS =
            new KafkaSettings(
                    "",
                    (short) 1,
                    Duration.ofMillis(200),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    Duration.ofDays(90),
                    true);

    final HandClock time = new HandClock();
    final ParkingInMemory parking = new ParkingInMemory();
    final Graveyard graveyard = new Graveyard();
    final LogClient log = new LogClient();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ConsumerMeters meters = new ConsumerMeters(registry, "group");
    private final List<EventHandler> handlers;
    private ConsumerLoop loop;
    private Flow flow;
    private Positions positions;

    ConsumerBench(EventHandler... handlers) {
        this.handlers = List.of(handlers);
        start();
    }

    /// A new owner after a crash: it knows only what is stored and what was committed.
    void crash() {
        log.crash();
        flow.revoked(List.of(FIRST, SECOND));
        positions.close();
        start();
    }

    void handOver() {
        positions.revoked(List.of(FIRST, SECOND));
    }

    private void start() {
        Dispatch dispatch = new EventDispatch(handlers, meters, ObservationRegistry.NOOP);
        DeadLetters dead =
                new DeadLetters(graveyard.broker(), DeadLetters.topicOf("group"), meters);
        ParkedKeys keys = new ParkedKeys(parking, SETTINGS, time, meters);
        var places = new RecordFlow.FlowPlaces(parking, dead, meters);
        flow = new RecordFlow(dispatch, keys, places, time);
        flow.assigned(List.of(FIRST, SECOND));
        positions = new Positions(log.client(), SETTINGS, time, meters);
        loop =
                new ConsumerLoop(
                        log::client,
                        List.of(TOPIC),
                        new ConsumerLoop.LoopParts(() -> flow, client -> positions, time));
    }

    /// An event whose id is `<key>:<offset>`.
    void tell(TopicPartition partition, String type, String key) {
        String id = key + ":" + log.end(partition);
        Event event =
                new Event(
                        id, type, "bench", id, 1, null, null, null, Instant.EPOCH, "{}".getBytes());
        add(partition, EventCodec.toRecord(TOPIC, key, event));
    }

    void tellRaw(TopicPartition partition, String key, byte[] value) {
        add(partition, new ProducerRecord<>(TOPIC, key, value));
    }

    private void add(TopicPartition partition, ProducerRecord<String, byte[]> told) {
        log.add(
                new ConsumerRecord<>(
                        TOPIC,
                        partition.partition(),
                        log.end(partition),
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        told.key(),
                        told.value(),
                        told.headers(),
                        Optional.empty()));
    }

    void round() {
        loop.step(log.client(), flow, positions);
    }

    void rounds(int count, Duration each) {
        for (int round = 0; round < count; round++) {
            round();
            time.forward(each);
        }
    }

    double count(String meter) {
        return registry.get(meter).counter().count();
    }

    double gauge(String meter) {
        return registry.get(meter).gauge().value();
    }
}
