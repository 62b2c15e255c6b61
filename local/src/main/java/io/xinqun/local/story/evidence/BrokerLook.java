package io.xinqun.local.story.evidence;

import io.xinqun.local.story.client.StoryFailure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Looks at the broker past all programs: what nobody has taken yet and what was set aside.
public final class BrokerLook implements AutoCloseable {

    private static final String DEAD_LETTERS = ".dead-letter";

    private final Admin admin;

    public BrokerLook(String kafka) {
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /// Records that each group has not done yet; groups that have done all are left out.
    public Map<String, Long> lag() {
        Map<String, Long> lag = new TreeMap<>();
        for (GroupListing group : get(admin.listGroups().all())) {
            long behind = lag(group.groupId());
            if (behind > 0) {
                lag.put(group.groupId(), behind);
            }
        }
        return lag;
    }

    private long lag(String group) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Set<TopicPartition> partitions = new HashSet<>(committed.keySet());
        get(admin.describeConsumerGroups(Set.of(group)).all()).values().stream()
                .flatMap(found -> found.members().stream())
                .forEach(member -> partitions.addAll(member.assignment().topicPartitions()));
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        long behind = 0;
        for (Map.Entry<TopicPartition, Long> end :
                offsets(partitions, OffsetSpec.latest()).entrySet()) {
            OffsetAndMetadata done = committed.get(end.getKey());
            long from = done == null ? starts.getOrDefault(end.getKey(), 0L) : done.offset();
            behind += end.getValue() - from;
        }
        return behind;
    }

    /// How many records each topic of dead letters has; empty ones are left out.
    public Map<String, Long> deadLetters() {
        Set<String> topics =
                get(admin.listTopics().names()).stream()
                        .filter(topic -> topic.endsWith(DEAD_LETTERS))
                        .collect(Collectors.toSet());
        Map<String, Long> found = new TreeMap<>();
        get(admin.describeTopics(topics).allTopicNames())
                .forEach((topic, description) -> {
                    Set<TopicPartition> partitions = new HashSet<>();
                    description
                            .partitions()
                            .forEach(one ->
                                    partitions.add(new TopicPartition(topic, one.partition())));
                    long records =
                            sum(offsets(partitions, OffsetSpec.latest()))
                                    - sum(offsets(partitions, OffsetSpec.earliest()));
                    if (records > 0) {
                        found.put(topic, records);
                    }
                });
        return found;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(asked).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException cause) {
            throw new StoryFailure("the broker does not answer", cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted", cause);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
