package io.xinqun.kernel.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Reads key sets and key files from where the configuration says.
///
/// Shape: of a key set, RSA keys of at least 2,048 bits with a key id count; others are not ours.
/// Errors: an unreadable or empty set is an `IllegalArgumentException`.
public final class KeySources {

    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(2);

    /// What RFC 7518 asks of RS256.
    private static final int MINIMUM_BITS = 2_048;

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

    /// The RSA keys of a JSON Web Key set, by id and in its order.
    static Map<String, RSAKey> rsaKeys(String json) {
        try {
            Map<String, RSAKey> keys = new LinkedHashMap<>();
            for (JWK key : JWKSet.parse(json).getKeys()) {
                if (key instanceof RSAKey rsa
                        && rsa.getKeyID() != null
                        && rsa.size() >= MINIMUM_BITS) {
                    keys.put(rsa.getKeyID(), rsa);
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("the key set has no RSA key with an id");
            }
            return Collections.unmodifiableMap(keys);
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException("the key set cannot be read", unreadable);
        }
    }

    static Map<String, JWSVerifier> verifiers(String json) {
        Map<String, JWSVerifier> verifiers = new LinkedHashMap<>();
        rsaKeys(json).forEach((id, key) -> verifiers.put(id, verifier(key)));
        return Collections.unmodifiableMap(verifiers);
    }

    private static JWSVerifier verifier(RSAKey key) {
        try {
            return new RSASSAVerifier(key);
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("key " + key.getKeyID() + " is unusable", unusable);
        }
    }
}
