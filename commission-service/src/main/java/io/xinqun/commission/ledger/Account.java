package io.xinqun.commission.ledger;

/// Where money can be: an account of the house or somebody's wallet.
public sealed interface Account permits HouseAccount, WalletId {

    /// The name in contracts and documents, for instance `deposit` or `wallet:curator:c-1`.
    String text();

    static Account parse(String text) {
        return text.startsWith(WalletId.PREFIX) ? WalletId.parse(text) : HouseAccount.parse(text);
    }
}
