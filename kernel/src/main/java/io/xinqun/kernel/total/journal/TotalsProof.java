package io.xinqun.kernel.total.journal;

import java.util.function.IntFunction;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Replays the journal of a slot from its first entry and compares the sums with the folded totals.
public final class TotalsProof {

    private final IntFunction<SlotProof> prover;

    public TotalsProof(IntFunction<SlotProof> prover) {
        this.prover = prover;
    }

    /// Blocking.
    public SlotProof check(int slot) {
        return prover.apply(slot);
    }

    public Mono<SlotProof> prove(int slot) {
        return Mono.fromCallable(() -> check(slot)).subscribeOn(Schedulers.boundedElastic());
    }
}
