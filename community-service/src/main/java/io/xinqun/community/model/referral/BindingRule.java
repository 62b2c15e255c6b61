package io.xinqun.community.model.referral;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Decides which of two recommendations a consumer follows.
///
/// State: a binding that counts is replaced or kept by the policy that **made** it, so a change of
/// policy is not retroactive; a new binding gets the policy in force. Under first touch the earlier
/// sharer stays to the end of the window, and repeats do not extend it; under last touch every
/// touch starts a new window. A sharer who no longer earns keeps nobody.
public final class BindingRule {

    /// The same link opened again within a minute is a page loaded twice, not another
    /// recommendation.
    public static final Duration RELOAD = Duration.ofMinutes(1);

    private BindingRule() {}

    /// `sharerEarns` tells whether the sharer of the standing binding is an active curator.
    public static BindingDecision decide(
            @Nullable Binding standing, boolean sharerEarns, Touch touch, ReferralPolicy inForce) {
        if (standing == null) {
            return new BindingDecision.Bound(Binding.of(touch, inForce, 1));
        }
        boolean counts = standing.isLive(touch.at()) && sharerEarns;
        if (counts && keeps(standing, touch)) {
            return new BindingDecision.Kept(standing);
        }
        return new BindingDecision.Bound(Binding.of(touch, inForce, standing.version() + 1));
    }

    private static boolean keeps(Binding standing, Touch touch) {
        return standing.policy().model() == AttributionModel.FIRST_TOUCH
                || isReload(standing, touch);
    }

    private static boolean isReload(Binding standing, Touch touch) {
        Instant reloadEnds = standing.touchedAt().plus(RELOAD);
        return standing.link().code().equals(touch.link().code())
                && touch.at().isBefore(reloadEnds);
    }
}
