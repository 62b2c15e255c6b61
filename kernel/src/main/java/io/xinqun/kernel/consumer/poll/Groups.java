package io.xinqun.kernel.consumer.poll;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.xinqun.kernel.consumer.ConsumerMeters;
import io.xinqun.kernel.consumer.EventConsumer;
import io.xinqun.kernel.consumer.EventConsumers;
import io.xinqun.kernel.consumer.KafkaSettings;
import io.xinqun.kernel.consumer.RecordSubscription;
import io.xinqun.kernel.consumer.Subscription;
import io.xinqun.kernel.consumer.deadletter.DeadLetters;
import io.xinqun.kernel.consumer.parking.ParkingPlace;
import io.xinqun.kernel.event.Cleanup;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.event.TopicDeclarations;
import io.xinqun.kernel.event.TopicSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;

/// Starts the threads of consumer groups.
public final class Groups implements EventConsumers {

    /// The tools that every group uses.
    public record Tools(
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> producer,
            TopicDeclarations topics,
            Function<String, ParkingPlace> parking,
            KafkaSettings settings,
            MeterRegistry meters,
            ObservationRegistry observations,
            Clock clock) {}

    /// More than this is not waited for.
    private static final int GATHERED_BYTES = 64 * 1024;

    private final Tools tools;
    private final KafkaNames names;

    public Groups(Tools tools) {
        this.tools = tools;
        this.names = new KafkaNames(tools.settings.prefix());
    }

    @Override
    public EventConsumer start(Subscription subscription) {
        ConsumerMeters meters = meters(subscription.group());
        Dispatch dispatch = new EventDispatch(subscription.handlers(), meters, tools.observations);
        Listening listening =
                new Listening(
                        subscription.topics(),
                        subscription.concurrency(),
                        gathering(subscription.gather()));
        return start(listening, dispatch, meters);
    }

    @Override
    public EventConsumer start(RecordSubscription subscription) {
        ConsumerMeters meters = meters(subscription.group());
        Dispatch dispatch = new RecordDispatch(subscription.handler());
        Listening listening =
                new Listening(subscription.topics(), subscription.concurrency(), new Properties());
        return start(listening, dispatch, meters);
    }

    /// Topics without the deployment's prefix, threads, and what differs from the settings of all
    /// consumers.
    private record Listening(List<String> topics, int concurrency, Properties settings) {}

    private static Properties gathering(Duration gather) {
        Properties settings = new Properties();
        if (gather.isPositive()) {
            settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, GATHERED_BYTES);
            settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) gather.toMillis());
        }
        return settings;
    }

    private EventConsumer start(Listening listening, Dispatch dispatch, ConsumerMeters meters) {
        String deadLetterTopic = DeadLetters.topicOf(meters.group());
        tools.topics.declare(
                new TopicSpec(
                        deadLetterTopic, 1, Cleanup.DELETE, tools.settings.deadLetterRetention()));
        DeadLetters dead = new DeadLetters(tools.producer, names.topic(deadLetterTopic), meters);
        ParkingPlace place = tools.parking.apply(names.group(meters.group()));
        ConsumerLoop.LoopParts parts =
                new ConsumerLoop.LoopParts(
                        () -> flow(dispatch, place, dead, meters),
                        client -> new Positions(client, tools.settings, tools.clock, meters),
                        tools.clock);
        return new RunningGroup(
                meters.group(),
                IntStream.range(0, listening.concurrency())
                        .mapToObj(number -> loop(meters.group(), number, listening, parts))
                        .toList());
    }

    private Flow flow(
            Dispatch dispatch, ParkingPlace place, DeadLetters dead, ConsumerMeters meters) {
        ParkedKeys parked = new ParkedKeys(place, tools.settings, tools.clock, meters);
        return new RecordFlow(
                dispatch, parked, new RecordFlow.FlowPlaces(place, dead, meters), tools.clock);
    }

    private ConsumerLoop loop(
            String group, int number, Listening listening, ConsumerLoop.LoopParts parts) {
        return new ConsumerLoop(
                () ->
                        tools.consumers.createConsumer(
                                names.group(group), group, "-" + number, listening.settings()),
                listening.topics().stream().map(names::topic).toList(),
                parts);
    }

    private ConsumerMeters meters(String group) {
        return new ConsumerMeters(tools.meters, group);
    }
}
