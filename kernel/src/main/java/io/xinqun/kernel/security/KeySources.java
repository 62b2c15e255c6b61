package io.xinqun.kernel.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Reads key sets and key files from where the configuration says.
public final class KeySources {

    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(2);

    private KeySources() {}

    /// The source at a location: `http:`, `https:`, `file:` or a path.
    public static KeySource at(@Nullable String location) {
        if (location == null || location.isBlank()) {
            return () -> Mono.error(new IOException("no location of public keys is configured"));
        }
        return location.startsWith("http:") || location.startsWith("https:")
                ? http(URI.create(location))
                : file(location);
    }

    /// The text of a key file, read at once: at start, where waiting is right.
    public static String text(String location) {
        try {
            return Files.readString(path(location));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "the key file cannot be read: " + location, unreadable);
        }
    }

    private static KeySource file(String location) {
        Path path = path(location);
        return () ->
                Mono.fromCallable(() -> Files.readString(path))
                        .subscribeOn(Schedulers.boundedElastic());
    }

    private static Path path(String location) {
        return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
    }

    private static KeySource http(URI address) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(HTTP_TIMEOUT).build();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(HTTP_TIMEOUT).build();
        return () ->
                Mono.fromFuture(() ->
                                client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                        .flatMap(KeySources::bodyOf);
    }

    private static Mono<String> bodyOf(HttpResponse<String> response) {
        return response.statusCode() == 200
                ? Mono.just(response.body())
                : Mono.error(new IOException("the key set answered " + response.statusCode()));
    }
}
