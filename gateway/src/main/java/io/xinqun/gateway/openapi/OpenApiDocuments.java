package io.xinqun.gateway.openapi;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The merged API document, asked of the services and kept for a while.
public final class OpenApiDocuments {

    /// A service builds its document on the first request, which takes a second or two.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration KEPT = Duration.ofMinutes(1);

    /// An answer with a part missing is soon asked for again.
    private static final Duration PARTIAL_KEPT = Duration.ofSeconds(5);

    /// The services' documents are some 100 KB each.
    private static final int LARGEST_DOCUMENT_BYTES = 4 * 1024 * 1024;

    private final Mono<byte[]> merged;

    public OpenApiDocuments(WebClient.Builder clients, JsonMapper json, Map<String, URI> services) {
        WebClient client =
                clients.codecs(codecs ->
                                codecs.defaultCodecs().maxInMemorySize(LARGEST_DOCUMENT_BYTES))
                        .build();
        OpenApiMerger merger = new OpenApiMerger(json);
        this.merged =
                Flux.fromIterable(services.entrySet())
                        .flatMapSequential(service ->
                                document(client, json, service.getValue())
                                        .map(found -> Map.entry(service.getKey(), found)))
                        .collectMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                LinkedHashMap<String, JsonNode>::new)
                        .map(merger::merge)
                        .cacheInvalidateWhen(document ->
                                Mono.delay(document.has("x-missing") ? PARTIAL_KEPT : KEPT).then())
                        .map(json::writeValueAsBytes);
    }

    private static Mono<JsonNode> document(WebClient client, JsonMapper json, URI service) {
        return client.get()
                .uri(service.resolve("/v3/api-docs"))
                .retrieve()
                .bodyToMono(byte[].class)
                .timeout(PATIENCE)
                .map(json::readTree)
                .onErrorResume(failure -> Mono.just(MissingNode.getInstance()));
    }

    public Mono<byte[]> merged() {
        return merged;
    }
}
