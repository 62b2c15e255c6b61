package io.xinqun.order.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/// What the broker knows of the consumer groups of a test.
final class ConsumerGroups implements AutoCloseable {

    private final Admin admin;
    private final String prefix;

    ConsumerGroups(String kafka, String prefix) {
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
        this.prefix = prefix;
    }

    /// Waits until a group has so many members and each of them its partitions.
    void awaitMembers(String group, int members) {
        World.await(group + " has its partitions", () -> isSettled(prefix + group, members));
    }

    private boolean isSettled(String group, int members) {
        try {
            ConsumerGroupDescription seen =
                    admin.describeConsumerGroups(List.of(group)).all().get().get(group);
            return seen.groupState() == GroupState.STABLE
                    && seen.members().size() == members
                    && seen.members().stream()
                            .noneMatch(one -> one.assignment().topicPartitions().isEmpty());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw new AssertionError(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
