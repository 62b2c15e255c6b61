package io.xinqun.local.launcher.status;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// Asks everybody at once what the status needs to know. Whoever does not answer in time, or
/// wrongly, is not known; nobody holds up the others.
public final class Sources {

    /// For an answer, counted from when the question has left: on a busy machine the questions
    /// themselves take their time, and that must not make everybody seem away.
    private static final Duration PATIENCE = Duration.ofMillis(1_400);

    /// Nobody is waited for longer than this, whatever happens.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Addresses addresses;

    /// Where to ask: the management address of each program, the broker, and commission-service
    /// with an operator's token.
    public record Addresses(
            Map<String, URI> management, String kafka, URI commission, String token) {}

    public Sources(Addresses addresses) {
        this.addresses = addresses;
    }

    /// Takes hardly longer than one and a half seconds where the machine has time.
    public Findings ask() {
        Map<String, CompletableFuture<Optional<Samples>>> asked = new LinkedHashMap<>();
        addresses
                .management()
                .forEach((program, address) -> asked.put(program, soon(() -> samples(address))));
        CompletableFuture<Optional<BrokerNumbers>> broker = soon(this::broker);
        CompletableFuture<Optional<Proof>> proof = soon(this::proof);
        Map<String, Optional<Samples>> programs = new LinkedHashMap<>();
        asked.forEach((program, answer) -> programs.put(program, answer.join()));
        return new Findings(programs, broker.join(), proof.join());
    }

    /// What one of the sources is asked.
    private interface Question<T> {
        T ask() throws IOException, InterruptedException;
    }

    private static <T> CompletableFuture<Optional<T>> soon(Question<T> question) {
        Supplier<Optional<T>> asked =
                () -> {
                    try {
                        return Optional.of(question.ask());
                    } catch (IOException | InterruptedException unanswered) {
                        throw new CompletionException(unanswered);
                    }
                };
        return CompletableFuture.supplyAsync(asked, task -> Thread.ofVirtual().start(task))
                .completeOnTimeout(Optional.empty(), LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(unanswered -> Optional.empty());
    }

    private Samples samples(URI address) throws IOException, InterruptedException {
        return Samples.of(get(request(address.resolve("/actuator/prometheus"))));
    }

    private BrokerNumbers broker() {
        try (BrokerReader reader = new BrokerReader(addresses.kafka(), PATIENCE)) {
            return reader.read();
        }
    }

    private Proof proof() throws IOException, InterruptedException {
        URI address = addresses.commission();
        return Proof.of(
                JsonMapper.shared()
                        .readTree(
                                get(
                                        request(address.resolve("/api/v1/operator/ledger/proof"))
                                                .header(
                                                        "Authorization",
                                                        "Bearer " + addresses.token()))));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private String get(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.GET().build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
