package io.xinqun.kernel.rules.sample.refund;

import java.time.Instant;

public class TimeOfTheMachine {

    Instant at() {
        return Instant.now();
    }
}
