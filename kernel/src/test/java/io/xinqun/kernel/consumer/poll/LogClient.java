package io.xinqun.kernel.consumer.poll;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// A log in memory with a client that reads it as Kafka's does: positions, pauses and commits.
final class LogClient implements InvocationHandler {

    private static final int POLL_RECORDS = 10;

    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> log = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();

    @SuppressWarnings("unchecked")
    Consumer<String, byte[]> client() {
        return (Consumer<String, byte[]>)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Consumer.class}, this);
    }

    long end(TopicPartition partition) {
        return log.computeIfAbsent(partition, none -> new ArrayList<>()).size();
    }

    void add(ConsumerRecord<String, byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        log.computeIfAbsent(partition, none -> new ArrayList<>()).add(record);
    }

    long committed(TopicPartition partition) {
        return committed.getOrDefault(partition, 0L);
    }

    /// The client is gone; the next one starts where was committed.
    void crash() {
        positions.clear();
        positions.putAll(committed);
        paused.clear();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "poll" -> {
                return poll();
            }
            case "assignment" -> {
                return Set.copyOf(log.keySet());
            }
            case "currentLag" -> {
                TopicPartition partition = (TopicPartition) arguments[0];
                return OptionalLong.of(end(partition) - positions.getOrDefault(partition, 0L));
            }
            case "seek" -> positions.put((TopicPartition) arguments[0], (Long) arguments[1]);
            case "pause" -> paused.addAll((Collection<TopicPartition>) arguments[0]);
            case "resume" -> paused.removeAll((Collection<TopicPartition>) arguments[0]);
            case "commitSync" ->
                    ((Map<TopicPartition, OffsetAndMetadata>) arguments[0])
                            .forEach((place, next) -> committed.put(place, next.offset()));
            default -> throw new UnsupportedOperationException(method.toString());
        }
        return null;
    }

    private ConsumerRecords<String, byte[]> poll() {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> read = new HashMap<>();
        log.forEach((partition, records) -> {
            int from = positions.getOrDefault(partition, 0L).intValue();
            int to = Math.min(records.size(), from + POLL_RECORDS);
            if (!paused.contains(partition) && from < to) {
                read.put(partition, List.copyOf(records.subList(from, to)));
                positions.put(partition, (long) to);
            }
        });
        return new ConsumerRecords<>(read, Map.of());
    }
}
