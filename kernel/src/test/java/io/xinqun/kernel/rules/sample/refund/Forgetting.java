package io.xinqun.kernel.rules.sample.refund;

import reactor.core.publisher.Mono;

public class Forgetting {

    void forget(Mono<String> later) {
        later.subscribe();
    }
}
