package io.xinqun.kernel.money;

/// An amount left the range of a `long`: somebody sent amounts that cannot be meant.
public class MoneyOverflow extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    public MoneyOverflow(ArithmeticException cause) {
        super("the amount is too large");
        initCause(cause);
    }
}
