package io.xinqun.community.sharing;

import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.referral.Binding;
import io.xinqun.community.model.referral.BindingDecision;
import io.xinqun.community.model.referral.BindingDecision.Bound;
import io.xinqun.community.model.referral.BindingDecision.Kept;
import io.xinqun.community.model.referral.BindingRule;
import io.xinqun.community.model.referral.Bindings;
import io.xinqun.community.model.referral.ReferralPolicies;
import io.xinqun.community.model.referral.ReferralPolicy;
import io.xinqun.community.model.referral.Touch;
import io.xinqun.community.sharing.Visit.Outcome;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// Writes what a touch does to the consumer's binding.
///
/// State: one document per consumer, one conditional write. Two consumers who open each other's
/// links at the same moment both see no ring before their write; so each looks once more after it
/// and takes the binding back. Whoever wrote later sees the other, so no ring stays. Errors:
/// `conflict` when the same consumer opens many links at once.
public final class FollowSharer {

    /// A person opens one link at a time; five in the same instant are a script.
    private static final int ATTEMPTS = 5;

    private final Bindings bindings;
    private final ReferralPolicies policies;
    private final Accounts accounts;
    private final ReferralRing ring;

    public FollowSharer(
            Bindings bindings, ReferralPolicies policies, Accounts accounts, ReferralRing ring) {
        this.bindings = bindings;
        this.policies = policies;
        this.accounts = accounts;
        this.ring = ring;
    }

    Mono<Visit> handle(Touch touch) {
        return policies.inForce().flatMap(policy -> attempt(touch, policy, ATTEMPTS));
    }

    private Mono<Visit> attempt(Touch touch, ReferralPolicy policy, int attempts) {
        if (attempts == 0) {
            return Mono.error(new Problem(CommonProblem.CONFLICT, "Too many links at once"));
        }
        return bindings.find(touch.consumer())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(standing -> decide(standing, touch, policy, attempts));
    }

    private Mono<Visit> decide(
            Optional<Binding> standing, Touch touch, ReferralPolicy policy, int attempts) {
        return sharerEarns(standing)
                .map(earns -> BindingRule.decide(standing.orElse(null), earns, touch, policy))
                .flatMap(decision -> carryOut(standing, decision, touch))
                .switchIfEmpty(Mono.defer(() -> attempt(touch, policy, attempts - 1)));
    }

    private Mono<Boolean> sharerEarns(Optional<Binding> standing) {
        return Mono.justOrEmpty(standing)
                .flatMap(binding -> accounts.find(binding.sharer()))
                .map(Account::isActiveCurator)
                .defaultIfEmpty(false);
    }

    /// Empty when somebody else wrote in between.
    private Mono<Visit> carryOut(
            Optional<Binding> standing, BindingDecision decision, Touch touch) {
        return switch (decision) {
            case Kept kept -> Mono.just(kept(kept.binding(), touch));
            case Bound bound ->
                    bindings.put(standing.orElse(null), bound.binding())
                            .filter(Boolean::booleanValue)
                            .flatMap(written -> lookAgain(bound.binding(), touch));
        };
    }

    private static Visit kept(Binding binding, Touch touch) {
        boolean same = binding.sharer().equals(touch.link().sharer());
        return new Visit(touch.link(), binding, same ? Outcome.BOUND : Outcome.EARLIER_SHARER_KEPT);
    }

    private Mono<Visit> lookAgain(Binding binding, Touch touch) {
        return ring.wouldClose(binding.consumer(), binding.sharer())
                .flatMap(closes ->
                        closes
                                ? bindings.put(binding, binding.revokedNext())
                                        .thenReturn(
                                                Visit.without(touch.link(), Outcome.REFERRAL_CYCLE))
                                : Mono.just(new Visit(touch.link(), binding, Outcome.BOUND)));
    }
}
