package io.xinqun.gateway.openapi;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `GET /openapi.json`: the whole public API in one document.
@RestController
public class OpenApiEndpoint {

    private final OpenApiDocuments documents;

    public OpenApiEndpoint(OpenApiDocuments documents) {
        this.documents = documents;
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    public Mono<byte[]> document() {
        return documents.merged();
    }
}
