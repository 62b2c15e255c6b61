package io.xinqun.local.infrastructure;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/// A server speaking MongoDB's protocol inside this JVM; its data lives in memory only.
public final class EmbeddedStore implements AutoCloseable {

    private final MongoServer server;

    private EmbeddedStore(MongoServer server) {
        this.server = server;
    }

    /// Serves on this port of this machine.
    public static EmbeddedStore start(int port) {
        Backend backend = new Backend();
        backend.version(ServerVersion.MONGO_5_0);
        MongoServer server = new MongoServer(backend);
        server.bind("127.0.0.1", port);
        return new EmbeddedStore(server);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /// Knows `hello`, which health checks ask for, as the older `ismaster`.
    private static final class Backend extends MemoryBackend {

        @Override
        public Document handleCommand(
                Channel channel, String database, String command, Document query) {
            return super.handleCommand(
                    channel, database, "hello".equals(command) ? "ismaster" : command, query);
        }
    }
}
