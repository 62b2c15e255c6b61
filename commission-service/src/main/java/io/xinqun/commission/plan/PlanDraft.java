package io.xinqun.commission.plan;

import io.xinqun.commission.plan.terms.PlanTerms;

/// Terms that nobody is paid by yet.
///
/// Shape: `revision` counts the drafts of the plan from 1, so that nobody puts a draft into force
/// that somebody else has changed in the meantime.
public record PlanDraft(int revision, PlanTerms terms) {}
