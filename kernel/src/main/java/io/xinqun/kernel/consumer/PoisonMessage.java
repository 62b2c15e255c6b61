package io.xinqun.kernel.consumer;

/// A message that can never succeed, however often it is tried. It goes to the dead-letter topic
/// with its reason, and the partition goes on.
///
/// Shape: `reason` is a stable code (`malformed`, `unknown-currency`), used as a metric tag;
/// `detail` is for the operator and holds no personal data.
public class PoisonMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String detail;

    public PoisonMessage(String reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public PoisonMessage(String reason, String detail, Throwable cause) {
        this(reason, detail);
        initCause(cause);
    }

    public String reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }
}
