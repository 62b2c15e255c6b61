package io.xinqun.kernel.total.mongo;

/// How a folded decision ended and where in the journal it stands, without what it changed.
public record StoredOutcome(String commandId, String outcome, int slot, long position) {}
