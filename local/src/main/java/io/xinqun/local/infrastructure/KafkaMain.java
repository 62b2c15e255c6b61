package io.xinqun.local.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A real Kafka broker and controller in one process, without ZooKeeper or scripts.
///
/// Arguments: broker port, controller port, data folder, and optionally the process whose end ends
/// the broker too. The file `ready` appears in the data folder when clients can be served.
public final class KafkaMain {

    /// Environment: `port:advertised` of a second listener, for clients that come through a proxy.
    public static final String SECOND_LISTENER = "XINQUN_KAFKA_SECOND_LISTENER";

    private static final String CLUSTER = "xinqun-local-cluster-0";

    private KafkaMain() {}

    /// Serves until the process is ended.
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[2]);
        Files.createDirectories(directory);
        Files.deleteIfExists(readyFile(directory));
        if (arguments.length > 3) {
            ParentProcess.endWith(Long.parseLong(arguments[3]));
        }
        Properties properties =
                KafkaSettings.of(
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        directory.resolve("log"));
        String second = System.getenv(SECOND_LISTENER);
        if (second != null) {
            String[] ports = second.split(":", 2);
            KafkaSettings.listen(properties, ports[0], ports[1]);
        }
        format(directory.resolve("log"));
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        Files.writeString(readyFile(directory), Long.toString(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    /// The file that says: this broker serves clients.
    public static Path readyFile(Path directory) {
        return directory.resolve("ready");
    }

    /// True when the broker that serves this folder is ready and alive.
    public static boolean ready(Path directory) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(readyFile(directory))))
                    .isPresent();
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private static void format(Path log) throws Exception {
        Files.createDirectories(log);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(CLUSTER)
                .setNodeId(KafkaSettings.NODE)
                .addDirectory(log.toString())
                .setMetadataLogDirectory(log.toString())
                .setControllerListenerName(KafkaSettings.CONTROLLER)
                .setIgnoreFormatted(true)
                .run();
    }
}
