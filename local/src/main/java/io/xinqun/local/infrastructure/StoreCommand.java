package io.xinqun.local.infrastructure;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The command line and the address of each kind of store that is its own process.
public final class StoreCommand {

    /// Enough for demo data and tests; the default of 4 GB is not for a developer's machine.
    private static final String CACHE = "256M";

    /// A log file is allocated in full, so this is the size of an empty store.
    private static final String LOG_FILE = "32MB";

    private StoreCommand() {}

    /// The command that serves the folder on the port.
    public static List<String> of(StoreChoice choice, int port, Path directory) {
        return switch (choice.kind()) {
            case MONGOD ->
                    List.of(
                            binary(choice),
                            "--bind_ip=127.0.0.1",
                            "--port=" + port,
                            "--dbpath=" + directory);
            case PROOF ->
                    List.of(
                            binary(choice),
                            "--host=127.0.0.1",
                            "--port=" + port,
                            "--storage-path=" + directory,
                            "--sync-on-commit",
                            "--cache-size=" + CACHE,
                            "--log-file-max=" + LOG_FILE,
                            "--write-tickets=" + Runtime.getRuntime().availableProcessors(),
                            "--log-level=WARNING");
            case EMBEDDED -> JavaCommand.of(EmbeddedStoreMain.class, 256, Integer.toString(port));
            case GIVEN -> throw new IllegalArgumentException("a given store is not started");
        };
    }

    /// The address for the driver, with the options that the kind needs.
    public static String uri(StoreKind kind, int port) {
        String address = "mongodb://127.0.0.1:" + port + "/";
        return switch (kind) {
            // The streaming monitor stalls the proof store for half a second every 20 seconds.
            case PROOF -> address + "?serverMonitoringMode=poll";
            case EMBEDDED -> address + "?retryWrites=false&serverMonitoringMode=poll";
            // A lone mongod has no replica set and so takes no retryable writes.
            case MONGOD -> address + "?retryWrites=false";
            case GIVEN -> throw new IllegalArgumentException("a given store has its own address");
        };
    }

    private static String binary(StoreChoice choice) {
        return Objects.requireNonNull(choice.binary(), "binary").toString();
    }
}
