package io.xinqun.commission.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/// How far the continuous proof has come, shared by all instances.
public interface Reconciliations {

    /// True for the one instance that may work until `now` plus `life`.
    Mono<Boolean> acquire(String owner, Instant now, Duration life);

    /// Up to where the entries of each slot were checked, by slot.
    Mono<Map<Integer, Long>> audited();

    /// Never goes back.
    Mono<Void> audited(int slot, long position);
}
