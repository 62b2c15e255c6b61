package io.xinqun.commission.ledger;

import java.util.Locale;

/// Who can have a wallet.
public enum WalletHolder {
    CURATOR,
    SUPPLIER;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WalletHolder parse(String text) {
        for (WalletHolder holder : values()) {
            if (holder.text().equals(text)) {
                return holder;
            }
        }
        throw new IllegalArgumentException("nobody has a wallet as " + text);
    }
}
