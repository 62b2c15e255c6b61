package io.xinqun.kernel.consumer;

/// A message whose cause has not arrived yet. Its key is parked: later records of that key queue
/// behind it, the partition goes on, and a replay frees them in order.
public class NotKnownYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;

    public NotKnownYet(String what) {
        super("not known yet: " + what);
        this.what = what;
    }

    public String what() {
        return what;
    }
}
