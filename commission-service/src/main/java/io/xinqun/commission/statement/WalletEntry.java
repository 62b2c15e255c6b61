package io.xinqun.commission.statement;

import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.commission.ledger.RuleReference;
import io.xinqun.commission.ledger.WalletPart;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one entry did to a wallet, and why.
///
/// Units: fen as the holder sees them: an earning is positive in `changes` of FROZEN. Shape:
/// `place` sorts the entries of a wallet and is the cursor of a list.
public record WalletEntry(
        String id,
        EntryKind kind,
        Instant at,
        Cause cause,
        Map<WalletPart, Fen> changes,
        @Nullable RuleReference rule,
        String place) {

    public WalletEntry {
        changes = Map.copyOf(changes);
    }

    /// What the wallet gained altogether; a move between its parts is zero.
    public Fen amount() {
        Fen sum = Fen.ZERO;
        for (Map.Entry<WalletPart, Fen> change : changes.entrySet()) {
            sum =
                    change.getKey() == WalletPart.DEBT
                            ? sum.minus(change.getValue())
                            : sum.plus(change.getValue());
        }
        return sum;
    }
}
