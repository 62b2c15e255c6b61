package io.xinqun.commission.plan.web;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.FieldProblem;
import io.xinqun.kernel.problem.Problem;
import java.util.List;

/// A fault of the request that spans several members.
final class InvalidPlan {

    private InvalidPlan() {}

    static Problem at(String field, String code, String message) {
        return new Problem(CommonProblem.INVALID_REQUEST, message)
                .with("errors", List.of(new FieldProblem(field, code, message)));
    }
}
