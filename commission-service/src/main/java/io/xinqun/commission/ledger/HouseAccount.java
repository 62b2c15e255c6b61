package io.xinqun.commission.ledger;

import java.util.Arrays;

/// The accounts that belong to nobody's wallet. They cannot refuse a posting.
///
/// Units: fen, debits positive: clearing and fee grow with a debit, the others with a credit.
public enum HouseAccount implements Account {

    /// What the provider owes us.
    CLEARING_WECHAT("clearing:wechat"),

    /// What customers have paid and nobody has earned yet: empty for every order that is accrued.
    DEPOSIT("deposit"),

    /// What the platform earned.
    REVENUE("revenue"),

    /// What the provider keeps for itself.
    PROVIDER_FEE("provider-fee"),

    /// Freight that customers paid, until shipping says to whom it goes.
    FREIGHT("freight");

    private final String text;

    HouseAccount(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    static HouseAccount parse(String text) {
        return Arrays.stream(values())
                .filter(account -> account.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account " + text));
    }
}
