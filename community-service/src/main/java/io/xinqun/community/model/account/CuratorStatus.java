package io.xinqun.community.model.account;

import java.util.Locale;

/// Whether a curator earns from later orders. In events and documents it is lower case.
public enum CuratorStatus {
    ACTIVE,
    SUSPENDED;

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    public static CuratorStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
