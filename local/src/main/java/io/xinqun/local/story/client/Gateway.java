package io.xinqun.local.story.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// The door of the system as a client meets it.
public final class Gateway implements AutoCloseable {
    private static final int TOO_MANY = 429;

    /// A client that waits longer than this for permission has met a defect, not a limit.
    private static final int MOST_TRIES = 120;

    /// Two hundred clients, their server and everything behind it share two cores.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long LONGEST_WAIT_SECONDS = 5;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(threads)
                    .connectTimeout(PATIENCE)
                    .build();
    private final URI address;
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();

    public Gateway(URI address) {
        this.address = address;
    }

    /// Somebody who shows this access token.
    public Person as(String token) {
        return new Person(this, token);
    }

    /// Somebody who has not signed in.
    public Person anonymous() {
        return new Person(this, "");
    }

    /// How many requests were answered with this status, by whomever they were sent.
    public long answered(int status) {
        LongAdder count = answers.get(status);
        return count == null ? 0 : count.sum();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    }

    /// Sends it, and again for as long as the gateway asks to come later (429).
    Reply send(HttpRequest request) {
        Reply reply = once(request);
        for (int tries = 1; reply.status() == TOO_MANY && tries < MOST_TRIES; tries++) {
            Waiting.pause(1000 * seconds(reply.retryAfter()));
            reply = once(request);
        }
        return reply;
    }

    private Reply once(HttpRequest request) {
        String line = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            answers.computeIfAbsent(answer.statusCode(), status -> new LongAdder()).increment();
            String retryAfter = answer.headers().firstValue("Retry-After").orElse("1");
            return new Reply(line, answer.statusCode(), answer.body(), retryAfter);
        } catch (IOException cause) {
            return new Reply(line, 0, String.valueOf(cause), "1");
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted", cause);
        }
    }

    /// Reads a stream of server-sent events until the server ends it.
    List<ToldEvent> stream(HttpRequest request) {
        try {
            HttpResponse<Stream<String>> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofLines());
            List<String> lines = answer.body().toList();
            if (answer.statusCode() != 200) {
                throw new StoryFailure(request.uri() + " answered " + answer.statusCode() + lines);
            }
            return ToldEvent.parse(lines);
        } catch (IOException | UncheckedIOException cause) {
            throw new StoryFailure(request.uri() + " was cut", cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted", cause);
        }
    }

    private static long seconds(String text) {
        return text.matches("\\d{1,4}")
                ? Math.clamp(Long.parseLong(text), 1, LONGEST_WAIT_SECONDS)
                : 1;
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }
}
