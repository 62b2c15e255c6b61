package io.xinqun.local.story.api;

import java.util.Locale;

/// Whose resource a request names: the caller's own, another person's of the same role, or one that
/// does not exist.
public enum Whose {
    OWN,
    FOREIGN,
    ABSENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
