package io.xinqun.community.model.referral;

import java.time.Duration;

/// How touches become a binding. A new version never changes bindings made under an older one.
///
/// Shape: window of 1..365 days; version 0 is the built-in one, used until an operator sets one.
public record ReferralPolicy(int version, AttributionModel model, int windowDays) {

    /// A year: nobody recommends for longer than anybody remembers.
    public static final int LONGEST_WINDOW_DAYS = 365;

    /// The usual case on such platforms: the last recommendation counts, for a month.
    public static final ReferralPolicy BUILT_IN =
            new ReferralPolicy(0, AttributionModel.LAST_TOUCH, 30);

    public ReferralPolicy {
        if (windowDays < 1 || windowDays > LONGEST_WINDOW_DAYS) {
            throw new IllegalArgumentException("a window has 1 to 365 days: " + windowDays);
        }
    }

    public Duration window() {
        return Duration.ofDays(windowDays);
    }

    public boolean saysTheSameAs(AttributionModel otherModel, int otherWindowDays) {
        return model == otherModel && windowDays == otherWindowDays;
    }
}
