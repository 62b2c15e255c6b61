package io.xinqun.kernel.rules.sample.refund;

public class CatchingAll {

    void run(Runnable work) {
        try {
            work.run();
        } catch (Exception anything) {
            throw new IllegalStateException(anything);
        }
    }
}
