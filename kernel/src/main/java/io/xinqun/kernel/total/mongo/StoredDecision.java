package io.xinqun.kernel.total.mongo;

import io.xinqun.kernel.total.Decision;

/// A folded decision; `place` sorts the decisions of a slot in the order they were taken and serves
/// as a cursor.
public record StoredDecision(String place, Decision decision) {}
