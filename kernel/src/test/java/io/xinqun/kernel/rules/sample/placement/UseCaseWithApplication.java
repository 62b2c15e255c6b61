package io.xinqun.kernel.rules.sample.placement;

import io.xinqun.kernel.rules.sample.SampleApplication;

public final class UseCaseWithApplication {

    public String name() {
        return SampleApplication.NAME;
    }
}
