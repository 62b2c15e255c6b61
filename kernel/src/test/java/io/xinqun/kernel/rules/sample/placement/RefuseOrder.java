package io.xinqun.kernel.rules.sample.placement;

import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.rules.sample.SampleProblem;
import io.xinqun.kernel.rules.sample.order.Order;

public final class RefuseOrder {

    public Problem handle(Order order) {
        return new Problem(SampleProblem.TOO_MANY, order.id());
    }
}
