package io.xinqun.local.story.api;

import java.util.Locale;

/// Who asks, by the roles in the access token.
public enum Who {
    NOBODY,
    CONSUMER,
    CURATOR,
    SUPPLIER,
    OPERATOR,
    SERVICE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
