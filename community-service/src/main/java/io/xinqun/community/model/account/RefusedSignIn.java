package io.xinqun.community.model.account;

import org.jspecify.annotations.Nullable;

/// A sign-in code that WeChat did not exchange.
public final class RefusedSignIn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public RefusedSignIn(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// The first two are the caller's, the others pass with time.
    public enum Reason {
        /// WeChat never made this code, or it is too old (40029).
        INVALID_CODE,
        /// The code was exchanged before (40163).
        USED_CODE,
        /// Too many calls in this minute (45011).
        RATE_LIMITED,
        /// WeChat is away, busy, or blocks the user's account.
        UNAVAILABLE
    }
}
