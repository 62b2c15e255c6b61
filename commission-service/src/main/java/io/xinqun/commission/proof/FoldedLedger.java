package io.xinqun.commission.proof;

import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/// The folded ledger, as a proof looks at it.
public interface FoldedLedger {

    int slots();

    /// Compares the lots of every wallet of a slot with what is frozen in it.
    Mono<ProofReport.Lots> lots(int slot);

    /// The customers' deposit over all slots, with the place in each journal it stands for.
    Mono<DepositAt> deposit();

    /// Shape: `cut` by slot; everything up to it is in `balance`, and was read no earlier than
    /// `at`.
    record DepositAt(Fen balance, Map<Integer, Long> cut, Instant at) {}
}
