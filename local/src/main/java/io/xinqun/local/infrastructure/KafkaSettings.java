package io.xinqun.local.infrastructure;

import java.nio.file.Path;
import java.util.Properties;

/// The settings of the one-node broker: Kafka's own defaults but for addresses and sizes.
final class KafkaSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private KafkaSettings() {}

    static Properties of(int port, int controllerPort, Path log) {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", Integer.toString(NODE));
        p.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        p.setProperty("controller.listener.names", CONTROLLER);
        p.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("log.dirs", log.toString());
        // A topic that nobody declared is a mistake and must not appear by itself.
        p.setProperty("auto.create.topics.enable", "false");
        oneNode(p);
        small(p);
        return p;
    }

    /// Listens at one more port and tells those who come there to use another one.
    static void listen(Properties p, String port, String advertised) {
        p.merge("listeners", ",SECOND://127.0.0.1:" + port, KafkaSettings::append);
        p.merge("advertised.listeners", ",SECOND://127.0.0.1:" + advertised, KafkaSettings::append);
        p.merge("listener.security.protocol.map", ",SECOND:PLAINTEXT", KafkaSettings::append);
    }

    private static String append(Object before, Object more) {
        return before.toString() + more;
    }

    private static void oneNode(Properties p) {
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        // The pause exists to gather many members of a big group; here it only costs start-up.
        p.setProperty("group.initial.rebalance.delay.ms", "0");
    }

    /// A broker in 256 MB of heap: fewer internal partitions, small buffers and indexes.
    private static void small(Properties p) {
        p.setProperty("offsets.topic.num.partitions", "8");
        p.setProperty("transaction.state.log.num.partitions", "2");
        p.setProperty("share.coordinator.state.topic.num.partitions", "1");
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("background.threads", "2");
        p.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        p.setProperty("log.index.size.max.bytes", "1048576");
        p.setProperty("log.segment.bytes", "67108864");
    }
}
