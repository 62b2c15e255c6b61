package io.xinqun.community.model.session;

import java.util.Locale;

/// Why a session ended.
public enum SessionEnd {
    SIGNED_OUT,
    REVOKED,
    REUSED_TOKEN,
    TOO_MANY_DEVICES,
    ACCOUNT_SUSPENDED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }

    public static SessionEnd of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
