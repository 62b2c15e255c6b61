package io.xinqun.kernel.batch;

/// More items wait than the limit allows; the caller should try again a moment later.
public class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Overloaded(String what) {
        super("too many " + what + " wait");
    }
}
