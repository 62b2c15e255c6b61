package io.xinqun.commission.proof;

import io.xinqun.commission.proof.FoldedLedger.DepositAt;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What is known to stand on the customers' deposit.
public interface OpenDeposits {

    Mono<Explained> at(DepositAt deposit);

    /// Shape: by how many bookings, the oldest of them.
    record Explained(Fen amount, long open, @Nullable Instant oldest) {}
}
