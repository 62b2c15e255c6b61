package io.xinqun.kernel.rules.sample.order;

import io.xinqun.kernel.rules.sample.refund.Refund;

public record ModelInACycle(Refund refund) {}
