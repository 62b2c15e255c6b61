package io.xinqun.community.model.account;

import java.util.Locale;

/// Whether an account may sign in. In events and documents it is lower case.
public enum AccountStatus {
    ACTIVE,
    SUSPENDED,
    CLOSED;

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    public static AccountStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
