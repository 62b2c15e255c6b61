package io.xinqun.commission.statement;

import io.xinqun.commission.ledger.WalletId;
import io.xinqun.kernel.money.Fen;

/// A wallet as its holder sees it, as of a place in the ledger.
///
/// Units: fen, never negative; what can be paid out is `available` less `debt`. State: everything
/// decided up to `position` of `slot` is in it.
public record Wallet(
        WalletId id, Fen frozen, Fen available, Fen reserved, Fen debt, int slot, long position) {

    /// A wallet that nothing was ever posted to.
    public static Wallet empty(WalletId id, int slot) {
        return new Wallet(id, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, slot, 0);
    }
}
