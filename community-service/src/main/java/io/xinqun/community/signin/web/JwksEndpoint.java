package io.xinqun.community.signin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.kernel.security.TokenSigner;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The public keys with which anybody can check our tokens.
@Tag(name = "keys")
@RestController
class JwksEndpoint {

    /// As long as other programs remember keys before they read them again.
    private static final Duration FRESH = Duration.ofMinutes(5);

    /// The set as the document tells of it. Source: RFC 7517.
    record KeySet(List<Key> keys) {

        record Key(String kty, String kid, String use, String alg, String n, String e) {}
    }

    private final Supplier<TokenSigner> signer;

    JwksEndpoint(Supplier<TokenSigner> signer) {
        this.signer = signer;
    }

    @Operation(summary = "The JSON Web Key set of this deployment")
    @ApiResponse(
            responseCode = "200",
            description = "All keys that still count",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = KeySet.class)))
    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(signer.get().publicKeys());
    }
}
