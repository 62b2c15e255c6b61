package io.xinqun.kernel.rules.sample.refund;

public class TimeInMillis {

    long at() {
        return System.currentTimeMillis();
    }
}
