package io.xinqun.local.launcher.status;

import io.xinqun.kernel.consumer.deadletter.DeadLetters;
import io.xinqun.local.launcher.process.LaunchProblem;
import io.xinqun.local.launcher.status.BrokerNumbers.Lag;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Asks the broker in a few questions about all groups and topics at once.
public final class BrokerReader implements AutoCloseable {

    private static final String DEAD_LETTERS = DeadLetters.topicOf("");

    private final Admin admin;

    public BrokerReader(String address, Duration patience) {
        int millis = (int) patience.toMillis();
        this.admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                address,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                millis,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                millis));
    }

    /// Errors: [LaunchProblem] when the broker does not answer in the patience given.
    public BrokerNumbers read() {
        Set<String> topics = get(admin.listTopics().names());
        return new BrokerNumbers(lag(groups()), deadLetters(topics));
    }

    /// The topics that each group has taken from or has assigned.
    public Map<String, Set<String>> consumed() {
        Set<String> groups = groups();
        Map<String, Set<String>> consumed = new TreeMap<>();
        partitions(groups, committed(groups))
                .forEach((group, its) ->
                        consumed.put(
                                group,
                                its.stream()
                                        .map(TopicPartition::topic)
                                        .collect(Collectors.toCollection(TreeSet::new))));
        return consumed;
    }

    private Set<String> groups() {
        return get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toSet());
    }

    private Map<String, Set<TopicPartition>> partitions(
            Set<String> groups, Map<String, Map<TopicPartition, Long>> done) {
        Map<String, Set<TopicPartition>> partitions = assigned(groups);
        done.forEach((group, offsets) ->
                partitions
                        .computeIfAbsent(group, none -> new HashSet<>())
                        .addAll(offsets.keySet()));
        return partitions;
    }

    private Map<String, Lag> lag(Set<String> groups) {
        Map<String, Map<TopicPartition, Long>> done = committed(groups);
        Map<String, Set<TopicPartition>> partitions = partitions(groups, done);
        Set<TopicPartition> all =
                partitions.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<TopicPartition, Long> starts = offsets(all, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(all, OffsetSpec.latest());
        Map<String, Lag> lag = new TreeMap<>();
        partitions.forEach((group, its) -> {
            Map<TopicPartition, Long> offsets = done.getOrDefault(group, Map.of());
            Map<String, Long> behind = new HashMap<>();
            for (TopicPartition one : its) {
                long from = Math.max(starts.getOrDefault(one, 0L), offsets.getOrDefault(one, 0L));
                behind.put(one.toString(), ends.getOrDefault(one, from) - from);
            }
            lag.put(group, Lag.of(behind));
        });
        return lag;
    }

    private Map<String, Map<TopicPartition, Long>> committed(Set<String> groups) {
        Map<String, ListConsumerGroupOffsetsSpec> asked =
                groups.stream()
                        .collect(
                                Collectors.toMap(
                                        group -> group,
                                        group -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        get(admin.listConsumerGroupOffsets(asked).all())
                .forEach((group, found) -> {
                    Map<TopicPartition, Long> offsets = new HashMap<>();
                    found.forEach((partition, offset) -> {
                        if (offset != null) {
                            offsets.put(partition, offset.offset());
                        }
                    });
                    committed.put(group, offsets);
                });
        return committed;
    }

    private Map<String, Set<TopicPartition>> assigned(Set<String> groups) {
        Map<String, Set<TopicPartition>> assigned = new HashMap<>();
        get(admin.describeConsumerGroups(groups).all())
                .forEach((group, described) ->
                        assigned.put(
                                group,
                                described.members().stream()
                                        .flatMap(member ->
                                                member.assignment().topicPartitions().stream())
                                        .collect(Collectors.toCollection(HashSet::new))));
        return assigned;
    }

    private Map<String, Long> deadLetters(Set<String> topics) {
        List<String> dead =
                topics.stream().filter(topic -> topic.endsWith(DEAD_LETTERS)).sorted().toList();
        Set<TopicPartition> partitions = new HashSet<>();
        for (TopicDescription topic : get(admin.describeTopics(dead).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(one ->
                            partitions.add(new TopicPartition(topic.name(), one.partition())));
        }
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<String, Long> records = new TreeMap<>();
        offsets(partitions, OffsetSpec.latest())
                .forEach((partition, end) ->
                        records.merge(
                                partition.topic(),
                                end - starts.getOrDefault(partition, 0L),
                                Long::sum));
        return records;
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec which) {
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
        } catch (ExecutionException e) {
            throw new LaunchProblem("The broker does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchProblem("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
