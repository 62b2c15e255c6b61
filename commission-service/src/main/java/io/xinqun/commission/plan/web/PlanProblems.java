package io.xinqun.commission.plan.web;

import io.xinqun.commission.CommissionProblem;
import io.xinqun.commission.plan.PlanRefused;
import io.xinqun.commission.plan.PlanRefused.Excess;
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
        Excess excess = refused.excess();
        return excess == null
                ? problem
                : problem.with("limit", excess.limit())
                        .with("level1", excess.level1())
                        .with("level2", excess.level2())
                        .with("unit", excess.unit());
    }

    private static CommissionProblem typeOf(PlanRefused refused) {
        return switch (refused.reason()) {
            case LEVEL_NOT_ALLOWED -> CommissionProblem.PLAN_LEVEL_NOT_ALLOWED;
            case PAYS_TOO_MUCH -> CommissionProblem.PLAN_PAYS_TOO_MUCH;
            case SCOPE_FIXED -> CommissionProblem.PLAN_SCOPE_FIXED;
            case VERSION_NOT_LATER -> CommissionProblem.PLAN_VERSION_NOT_LATER;
            case BACKDATED -> CommissionProblem.PLAN_BACKDATED;
            case DATE_TAKEN -> CommissionProblem.PLAN_DATE_TAKEN;
            case HAS_NO_DRAFT -> CommissionProblem.PLAN_HAS_NO_DRAFT;
            case DRAFT_CHANGED -> CommissionProblem.PLAN_DRAFT_CHANGED;
            case FULL -> CommissionProblem.PLAN_FULL;
            case RETIRED -> CommissionProblem.PLAN_RETIRED;
        };
    }
}
