package io.xinqun.kernel.rules.sample.refund;

import reactor.core.publisher.Mono;

public class Blocking {

    String wait(Mono<String> later) {
        return later.block();
    }
}
