package io.xinqun.local.launcher.process;

import io.xinqun.local.infrastructure.KafkaMain;
import io.xinqun.local.infrastructure.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/// How to know that a process can serve.
public sealed interface Readiness {

    boolean ready();

    /// Accepting connections is enough for servers that open their port last.
    record Port(int port) implements Readiness {
        @Override
        public boolean ready() {
            return Ports.answers(port);
        }
    }

    /// The broker opens its port before it can serve, so it leaves a file; after a crash that of
    /// the broker before it lies there until the next one starts.
    record Broker(Path directory, int port) implements Readiness {
        @Override
        public boolean ready() {
            return Ports.answers(port) && KafkaMain.ready(directory);
        }
    }

    /// Our programs say it on their management port.
    record Health(int managementPort) implements Readiness {

        /// A program that needs longer than this for its health is not ready.
        private static final Duration LIMIT = Duration.ofSeconds(5);

        private static final HttpClient HTTP =
                HttpClient.newBuilder().connectTimeout(LIMIT).build();

        @Override
        public boolean ready() {
            URI uri =
                    URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
            try {
                HttpRequest request = HttpRequest.newBuilder(uri).timeout(LIMIT).build();
                return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
