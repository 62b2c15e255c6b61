package io.xinqun.community.model.referral;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All versions of the referral policy.
public interface ReferralPolicies {

    /// The newest version, or the built-in one.
    Mono<ReferralPolicy> inForce();

    /// Adds a version; false when it exists.
    Mono<Boolean> add(ReferralPolicy policy, String operator, Instant now);

    /// The newest first.
    Flux<ReferralPolicy> newest(int limit);
}
