package io.xinqun.kernel.rules.sample.placement;

import io.xinqun.kernel.rules.sample.refund.Refund;

public record UseCaseOfAnother(Refund refund) {}
