package io.xinqun.kernel.security;

/// A token that is not one of ours, or no longer. The reason is for logs and metrics; callers only
/// learn that it does not count.
public class TokenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why a token does not count.
    public enum Reason {
        MALFORMED,
        ALGORITHM,
        TYPE,
        UNKNOWN_KEY,
        SIGNATURE,
        ISSUER,
        EXPIRED,
        NOT_YET_VALID,
        SUBJECT
    }

    private final Reason reason;

    public TokenRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
