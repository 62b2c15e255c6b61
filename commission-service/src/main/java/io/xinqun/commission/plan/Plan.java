package io.xinqun.commission.plan;

import io.xinqun.commission.plan.PlanRefused.Reason;
import java.util.ArrayList;
import java.util.List;

/// A commission plan with all its versions.
///
/// Shape: 1..[#MAXIMUM_VERSIONS] versions, numbered from 1, each active later than the one before;
/// the scope is the same in all of them. State: retired as a whole and for good; a new plan takes
/// its place. Errors: `plan-retired`, `plan-scope-fixed`, `plan-version-not-later`, `plan-full`.
public record Plan(String id, List<PlanVersion> versions) {

    /// The published state holds all versions: 200 of them are about 40 KB, well under a record's 1
    /// MB.
    public static final int MAXIMUM_VERSIONS = 200;

    public Plan {
        versions = List.copyOf(versions);
    }

    public static Plan create(String id, PlanTerms terms) {
        return new Plan(id, List.of(new PlanVersion(1, PlanState.ACTIVE, terms)));
    }

    public Plan revise(PlanTerms terms) {
        PlanVersion last = versions.getLast();
        if (last.state() == PlanState.RETIRED) {
            throw new PlanRefused(Reason.RETIRED, "The plan is retired for good");
        }
        if (!last.terms().scope().equals(terms.scope())) {
            throw new PlanRefused(
                    Reason.SCOPE_FIXED, "Another scope needs a plan of its own; retire this one");
        }
        if (!terms.activeFrom().isAfter(last.terms().activeFrom())) {
            throw new PlanRefused(
                    Reason.VERSION_NOT_LATER,
                    "The version before is active from " + last.terms().activeFrom());
        }
        if (versions.size() >= MAXIMUM_VERSIONS) {
            throw new PlanRefused(Reason.FULL, "A plan has at most " + MAXIMUM_VERSIONS);
        }
        List<PlanVersion> more = new ArrayList<>(versions);
        more.add(new PlanVersion(last.number() + 1, PlanState.ACTIVE, terms));
        return new Plan(id, more);
    }

    public Plan retire() {
        return new Plan(id, versions.stream().map(PlanVersion::retired).toList());
    }

    public boolean isRetired() {
        return versions.getLast().state() == PlanState.RETIRED;
    }
}
