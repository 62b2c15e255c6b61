package io.xinqun.kernel.rules.sample.order;

import reactor.core.publisher.Mono;

public record ModelWithReactor(Mono<String> later) {}
