package io.xinqun.kernel.security;

import reactor.core.publisher.Mono;

/// Where the public keys come from: one read gives the whole key set as JSON.
@FunctionalInterface
public interface KeySource {

    Mono<String> read();
}
