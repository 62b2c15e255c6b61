package io.xinqun.kernel.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Creates topics through the broker's admin interface, on a thread of its own.
public final class KafkaTopicDeclarations implements TopicDeclarations, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopicDeclarations.class);

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(2);

    /// The smallest replication that survives the loss of one replica without losing writes.
    private static final int SAFE_REPLICATION = 3;

    private final Supplier<Admin> admins;
    private final KafkaNames names;
    private final short replication;
    private final BlockingQueue<TopicSpec> missing = new LinkedBlockingQueue<>();
    private final Thread thread;

    public KafkaTopicDeclarations(Supplier<Admin> admins, KafkaNames names, short replication) {
        this.admins = admins;
        this.names = names;
        this.replication = replication;
        this.thread = Thread.ofPlatform().name("topics").daemon().unstarted(this::run);
        thread.start();
    }

    @Override
    public void declare(TopicSpec topic) {
        missing.add(topic);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                TopicSpec first = missing.take();
                try (Admin admin = admins.get()) {
                    createAll(admin, first);
                } catch (KafkaException unusable) {
                    again(first, unusable);
                }
            }
        } catch (InterruptedException stop) {
            LOG.debug("no more topics are declared");
        }
    }

    /// One client for all that are declared at once.
    private void createAll(Admin admin, TopicSpec first) throws InterruptedException {
        TopicSpec next = first;
        while (next != null) {
            create(admin, next);
            next = missing.poll(1, TimeUnit.SECONDS);
        }
    }

    private void create(Admin admin, TopicSpec topic) throws InterruptedException {
        try {
            admin.createTopics(List.of(newTopic(topic)))
                    .all()
                    .get(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("created the topic {}", topic.name());
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                again(topic, failed);
            }
        } catch (TimeoutException away) {
            again(topic, away);
        }
    }

    private void again(TopicSpec topic, Throwable why) throws InterruptedException {
        LOG.warn("the topic {} is declared again soon: {}", topic.name(), why.toString());
        missing.add(topic);
        TimeUnit.MILLISECONDS.sleep(RETRY_PAUSE.toMillis());
    }

    private NewTopic newTopic(TopicSpec topic) {
        String retention = Long.toString(topic.retention().toMillis());
        String retentionKey =
                topic.cleanup() == Cleanup.DELETE
                        ? TopicConfig.RETENTION_MS_CONFIG
                        : TopicConfig.DELETE_RETENTION_MS_CONFIG;
        String inSync = replication >= SAFE_REPLICATION ? "2" : "1";
        return new NewTopic(names.topic(topic.name()), topic.partitions(), replication)
                .configs(
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                topic.cleanup().policy(),
                                retentionKey,
                                retention,
                                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                                inSync));
    }
}
