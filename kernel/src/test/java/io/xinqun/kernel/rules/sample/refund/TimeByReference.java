package io.xinqun.kernel.rules.sample.refund;

import java.time.LocalDate;
import java.util.function.Supplier;

public class TimeByReference {

    Supplier<LocalDate> today() {
        return LocalDate::now;
    }
}
