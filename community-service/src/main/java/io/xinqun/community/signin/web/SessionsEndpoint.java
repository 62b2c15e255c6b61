package io.xinqun.community.signin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.community.model.session.Session;
import io.xinqun.community.signin.ManageSessions;
import io.xinqun.kernel.security.AccessTokens;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.SignedTokens;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The devices that an account is signed in on.
@Tag(name = "sessions")
@RestController
@RequestMapping("/api/v1")
class SessionsEndpoint {

    private static final int SCHEME_LENGTH = "Bearer ".length();

    private final ManageSessions manageSessions;
    private final SignedTokens tokens;

    SessionsEndpoint(ManageSessions manageSessions, SignedTokens tokens) {
        this.manageSessions = manageSessions;
        this.tokens = tokens;
    }

    record SessionList(List<SessionItem> items) {}

    record SessionItem(
            String id, String device, Instant signedInAt, Instant usedAt, Instant expiresAt) {

        static SessionItem of(Session session, String device) {
            return new SessionItem(
                    session.id(),
                    device,
                    session.createdAt(),
                    session.usedAt(),
                    session.expiresAt());
        }
    }

    @Operation(summary = "Signs this device out")
    @ApiResponse(responseCode = "204", description = "Signed out, also when it was already")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> signOut(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION)
                    String authorization) {
        String token = authorization.substring(SCHEME_LENGTH).trim();
        return tokens.verify(token, AccessTokens.TYPE)
                .mapNotNull(verified -> verified.claims().text("sid"))
                .flatMap(session -> manageSessions.signOut(caller.account(), session));
    }

    @Operation(summary = "The devices on which I am signed in, the last used first")
    @ApiResponse(responseCode = "200", description = "My sessions")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @GetMapping("/me/sessions")
    Mono<SessionList> sessions(@Parameter(hidden = true) Caller caller) {
        return manageSessions
                .list(caller.account())
                .map(found -> new SessionList(found.stream().map(this::item).toList()));
    }

    private SessionItem item(Session session) {
        return SessionItem.of(session, manageSessions.deviceOf(session));
    }

    @Operation(summary = "Signs one of my devices out")
    @ApiResponse(responseCode = "204", description = "Its session has ended")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "404", description = "`not-found`: not a session of mine")
    @DeleteMapping("/me/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return manageSessions.revoke(caller.account(), id);
    }
}
