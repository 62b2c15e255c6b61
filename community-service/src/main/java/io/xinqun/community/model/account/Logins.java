package io.xinqun.community.model.account;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// Logins with the hash of their password.
public interface Logins {

    /// What stands behind a login.
    record Credential(String account, String passwordHash) {}

    Mono<Credential> find(Login login);

    /// Adds a login; false when it is taken.
    Mono<Boolean> add(Login login, Credential credential, Instant now);
}
