package io.xinqun.order.payment;

/// A call to the provider that did not end well.
///
/// Shape: `code` is the provider's own code (`PARAM_ERROR`), or ours where it gave none.
public final class ProviderFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The provider's code for a payment that has been paid already.
    public static final String ALREADY_PAID = "ORDERPAID";

    private final Kind kind;
    private final String code;

    public ProviderFailure(Kind kind, String code, Throwable cause) {
        super(kind + " " + code, cause);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /// What is known about the effect.
    public enum Kind {
        /// Nothing happened, and the same request will be refused again.
        REFUSED,
        /// Nothing happened, come later: too many requests, or the breaker is open.
        BUSY,
        /// Perhaps it happened: a time-out, a broken answer, a 5xx.
        DOUBTFUL
    }
}
