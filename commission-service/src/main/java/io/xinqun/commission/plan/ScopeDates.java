package io.xinqun.commission.plan;

import io.xinqun.commission.plan.terms.Scope;
import java.time.Instant;
import reactor.core.publisher.Mono;

/// Which plan begins for a scope at a moment: one of them, so that the newest that has begun is
/// always one.
public interface ScopeDates {

    /// The plan that holds the moment; `planId` if nobody did before.
    Mono<String> claim(Scope scope, Instant from, String planId);

    /// Gives the moment to `planId` if `given` still holds it; whoever holds it now.
    Mono<String> take(Scope scope, Instant from, String given, String planId);
}
