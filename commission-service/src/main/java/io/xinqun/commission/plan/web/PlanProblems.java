package io.xinqun.commission.plan.web;

import io.xinqun.commission.CommissionProblem;
import io.xinqun.commission.plan.PlanRefused;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.problem.ProblemTranslation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Words a refused plan for clients.
@Component
class PlanProblems implements ProblemTranslation {

    @Override
    public @Nullable Problem translate(Throwable thrown) {
        if (!(thrown instanceof PlanRefused refused)) {
            return null;
        }
        Problem problem = new Problem(typeOf(refused), refused.detail(), refused);
        Long limit = refused.limit();
        return limit == null ? problem : problem.with("limit", limit);
    }

    private static CommissionProblem typeOf(PlanRefused refused) {
        return switch (refused.reason()) {
            case LEVEL_NOT_ALLOWED -> CommissionProblem.PLAN_LEVEL_NOT_ALLOWED;
            case PAYS_TOO_MUCH -> CommissionProblem.PLAN_PAYS_TOO_MUCH;
            case SCOPE_FIXED -> CommissionProblem.PLAN_SCOPE_FIXED;
            case VERSION_NOT_LATER -> CommissionProblem.PLAN_VERSION_NOT_LATER;
            case FULL -> CommissionProblem.PLAN_FULL;
            case RETIRED -> CommissionProblem.PLAN_RETIRED;
        };
    }
}
