package io.xinqun.commission.ledger;

import io.xinqun.kernel.money.Fen;
import org.jspecify.annotations.Nullable;

/// One side of an entry.
///
/// Units: fen; debits are positive, credits negative. Errors: a wallet without a part, or a part
/// without a wallet, is an `IllegalArgumentException`.
public record Posting(Account account, @Nullable WalletPart part, Fen amount) {

    public Posting {
        if (account instanceof WalletId != (part != null)) {
            throw new IllegalArgumentException("a part belongs to a wallet: " + account.text());
        }
    }

    public static Posting debit(HouseAccount account, Fen amount) {
        return new Posting(account, null, amount);
    }

    public static Posting credit(HouseAccount account, Fen amount) {
        return new Posting(account, null, amount.negated());
    }

    /// Makes the holder's amount of `part` grow by `amount`.
    public static Posting grow(WalletId wallet, WalletPart part, Fen amount) {
        return new Posting(wallet, part, Fen.of(part.signed(amount.amount())));
    }
}
