package io.xinqun.kernel.total;

import java.time.Duration;

/// How much the owner of totals keeps in memory and how far it lets the journal run ahead.
///
/// Shape: `tail` journal entries per slot may wait to be folded; `cachedTotals` and `cachedItems`
/// per slot stay in memory, least recently used ones leave first; `attempts` to append a batch that
/// loses against other owners; a command older than `retention` is refused.
public record TotalsLimits(
        int tail, int cachedTotals, int cachedItems, int attempts, Duration retention) {

    /// 500 entries are some seconds of work for a folder and some MB of memory. 2,000 totals and
    /// 1,000 items of about 300 bytes in 64 slots are below 60 MB. 100 lost appends in a row mean
    /// that two owners fight for ever. 30 days is the retention of the command topics.
    public static final TotalsLimits DEFAULT =
            new TotalsLimits(500, 2_000, 1_000, 100, Duration.ofDays(30));
}
