package io.xinqun.order.payment;

/// A notification that does not prove where it comes from, or cannot be read.
public final class RefusedNotification extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public RefusedNotification(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// Why it was refused; the tag of the counter.
    public enum Reason {
        /// The signature is not over these bytes.
        SIGNATURE,
        /// Too old, too new, or no time: a replay.
        TIMESTAMP,
        /// Signed by a key that is not configured.
        SERIAL,
        /// The resource does not open with the APIv3 key.
        DECRYPTION,
        /// Proven, but not a message that we know.
        MALFORMED
    }
}
