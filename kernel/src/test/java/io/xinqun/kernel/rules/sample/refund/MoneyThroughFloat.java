package io.xinqun.kernel.rules.sample.refund;

public class MoneyThroughFloat {

    long fen(Float[] yuan) {
        return (long) (yuan[0] * 100);
    }
}
