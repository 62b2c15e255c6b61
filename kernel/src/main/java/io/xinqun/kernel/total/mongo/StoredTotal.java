package io.xinqun.kernel.total.mongo;

import io.xinqun.kernel.total.Amounts;

/// A folded total and the journal position that last changed it.
public record StoredTotal(String total, int slot, Amounts amounts, long position) {}
