package io.xinqun.community.model.account;

import reactor.core.publisher.Mono;

/// Hashes passwords, slowly on purpose.
///
/// Errors: `unavailable` when more passwords wait than the limit allows.
public interface Passwords {

    Mono<String> hash(String password);

    /// Whether the password has this hash.
    Mono<Boolean> matches(String password, String hash);

    /// A hash that no password has, which costs as much to compare as a real one: an unknown login
    /// takes as long as a known one.
    String nobodys();
}
