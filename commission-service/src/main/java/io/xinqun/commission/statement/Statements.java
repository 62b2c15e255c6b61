package io.xinqun.commission.statement;

import io.xinqun.commission.ledger.WalletId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The ledger for reading: a moment behind its decisions, and it says where it stands.
public interface Statements {

    Mono<Wallet> wallet(WalletId id);

    /// Newest first, older than `before`.
    Flux<WalletEntry> entries(WalletId id, @Nullable String before, int count);

    /// Every account of the house, one balance per slot.
    Flux<HouseBalance> houseBalances();
}
