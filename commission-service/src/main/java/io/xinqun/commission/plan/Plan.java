package io.xinqun.commission.plan;

import io.xinqun.commission.plan.PlanRefused.Reason;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.commission.plan.terms.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A commission plan with all its versions.
///
/// Shape: 0..[#MAXIMUM_VERSIONS] versions, numbered from 1, each active later than the one before,
/// and a draft or none, at least one of both; the scope is the same in all of them. State: a draft
/// becomes the next version; retired as a whole and for good, a new plan takes its place. Errors:
/// `plan-retired`, `plan-scope-fixed`, `plan-version-not-later`, `plan-full`, `plan-has-no-draft`,
/// `plan-draft-changed`.
public record Plan(
        String id, List<PlanVersion> versions, @Nullable PlanDraft draft, boolean isRetired) {

    /// The published state holds all versions: 200 of them are about 40 KB, well under a record's 1
    /// MB.
    public static final int MAXIMUM_VERSIONS = 200;

    public Plan {
        versions = List.copyOf(versions);
        if (versions.isEmpty() && draft == null) {
            throw new IllegalArgumentException("a plan has terms");
        }
    }

    public static Plan create(String id, PlanTerms terms, Instant from) {
        PlanVersion first = new PlanVersion(1, PlanState.ACTIVE, from, terms);
        return new Plan(id, List.of(first), null, false);
    }

    public static Plan draft(String id, PlanTerms terms) {
        return new Plan(id, List.of(), new PlanDraft(1, terms), false);
    }

    /// Another draft in place of the one that there may be.
    public Plan redraft(PlanTerms terms, int revision) {
        check(terms);
        return new Plan(id, versions, new PlanDraft(revision, terms), false);
    }

    /// The draft as the next version. `seen` is the revision that the operator decided on, if he
    /// names it.
    public Plan activate(@Nullable Integer seen, Instant from) {
        requireNotRetired();
        if (draft == null) {
            throw new PlanRefused(Reason.HAS_NO_DRAFT, "There is nothing to put into force");
        }
        if (seen != null && seen != draft.revision()) {
            throw new PlanRefused(
                    Reason.DRAFT_CHANGED, "The draft is revision " + draft.revision());
        }
        return new Plan(id, with(draft.terms(), from), null, false);
    }

    /// The terms as the next version; a draft stays.
    public Plan revise(PlanTerms terms, Instant from) {
        check(terms);
        return new Plan(id, with(terms, from), draft, false);
    }

    private List<PlanVersion> with(PlanTerms terms, Instant from) {
        PlanVersion last = last();
        if (last != null && !from.isAfter(last.activeFrom())) {
            throw new PlanRefused(
                    Reason.VERSION_NOT_LATER,
                    "The version before is active from " + last.activeFrom());
        }
        if (versions.size() >= MAXIMUM_VERSIONS) {
            throw new PlanRefused(Reason.FULL, "A plan has at most " + MAXIMUM_VERSIONS);
        }
        List<PlanVersion> more = new ArrayList<>(versions);
        more.add(new PlanVersion(versions.size() + 1, PlanState.ACTIVE, from, terms));
        return more;
    }

    private void check(PlanTerms terms) {
        requireNotRetired();
        if (!scope().equals(terms.scope())) {
            throw new PlanRefused(
                    Reason.SCOPE_FIXED, "Another scope needs a plan of its own; retire this one");
        }
    }

    /// The draft, if there is one; nothing is tried out for a plan that has ended.
    public @Nullable PlanDraft draftToTry() {
        requireNotRetired();
        return draft;
    }

    private void requireNotRetired() {
        if (isRetired) {
            throw new PlanRefused(Reason.RETIRED, "The plan is retired for good");
        }
    }

    public Plan retire() {
        return new Plan(id, versions.stream().map(PlanVersion::retired).toList(), draft, true);
    }

    public PlanState state() {
        if (isRetired) {
            return PlanState.RETIRED;
        }
        return versions.isEmpty() ? PlanState.DRAFT : PlanState.ACTIVE;
    }

    public Scope scope() {
        PlanVersion last = last();
        if (last != null) {
            return last.terms().scope();
        }
        return Objects.requireNonNull(draft).terms().scope();
    }

    /// Whether a version begins at this moment or still may.
    public boolean mayBegin(Instant from) {
        PlanVersion last = last();
        return !isRetired && (last == null || from.isAfter(last.activeFrom()) || begins(from));
    }

    private boolean begins(Instant from) {
        return versions.stream().anyMatch(each -> each.activeFrom().equals(from));
    }

    private @Nullable PlanVersion last() {
        return versions.isEmpty() ? null : versions.getLast();
    }
}
