package io.xinqun.commission.publishing;

import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.posting.EntryFacts;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.kernel.total.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data of `ledger.posted.v1`.
record LedgerPosted(
        String entry,
        String kind,
        String outcome,
        Instant at,
        Cause cause,
        @Nullable String wallet,
        List<LedgerPost.Side> postings) {

    static LedgerPosted of(Decision decision) {
        return new LedgerPosted(
                decision.commandId(),
                decision.facts().getOrDefault(EntryFacts.KIND, ""),
                decision.outcome(),
                decision.at(),
                EntryFacts.cause(decision.facts()),
                decision.facts().get(EntryFacts.WALLET),
                LedgerTotals.postings(decision.changes()).stream()
                        .map(LedgerPost.Side::of)
                        .toList());
    }
}
