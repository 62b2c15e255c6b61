package io.xinqun.community.administration;

import io.xinqun.community.model.referral.AttributionModel;
import io.xinqun.community.model.referral.ReferralPolicies;
import io.xinqun.community.model.referral.ReferralPolicy;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import reactor.core.publisher.Mono;

/// An operator sets the referral policy: a new version, in force for later touches.
///
/// State: saying again what is in force makes no version. Errors: `conflict` when operators keep
/// setting different ones.
public final class PublishReferralPolicy {

    private static final int ATTEMPTS = 5;

    private final ReferralPolicies policies;
    private final Clock clock;

    public PublishReferralPolicy(ReferralPolicies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    public Mono<ReferralPolicy> handle(AttributionModel model, int windowDays, Actor operator) {
        return attempt(new ReferralPolicy(0, model, windowDays), operator, ATTEMPTS);
    }

    private Mono<ReferralPolicy> attempt(ReferralPolicy wish, Actor operator, int attempts) {
        if (attempts == 0) {
            return Mono.error(new Problem(CommonProblem.CONFLICT, "The policy keeps changing"));
        }
        return policies.inForce()
                .flatMap(now ->
                        now.saysTheSameAs(wish.model(), wish.windowDays())
                                ? Mono.just(now)
                                : add(now, wish, operator))
                .switchIfEmpty(Mono.defer(() -> attempt(wish, operator, attempts - 1)));
    }

    private Mono<ReferralPolicy> add(ReferralPolicy now, ReferralPolicy wish, Actor operator) {
        ReferralPolicy next =
                new ReferralPolicy(now.version() + 1, wish.model(), wish.windowDays());
        return policies.add(next, operator.account(), clock.instant())
                .filter(Boolean::booleanValue)
                .map(added -> next);
    }
}
