package io.xinqun.kernel.rules.sample.order;

import io.xinqun.kernel.problem.Problem;

public record ModelWithKernelWeb(Problem problem) {}
