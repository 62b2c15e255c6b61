package io.xinqun.commission.ledger;

import java.util.Locale;

/// The parts of a wallet. A holder sees each as an amount that is never negative.
///
/// Units: what we owe the holder (frozen, available, reserved) is a credit in the ledger, so its
/// amount grows when the posting is negative; a debt of the holder grows with a debit.
public enum WalletPart {
    FROZEN(-1),
    AVAILABLE(-1),
    RESERVED(-1),
    DEBT(1);

    private final int sign;

    WalletPart(int sign) {
        this.sign = sign;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The change that the holder sees for a posting, and the posting for a change: its own
    /// inverse.
    public long signed(long amountFen) {
        return sign > 0 ? amountFen : Math.negateExact(amountFen);
    }

    public static WalletPart parse(String text) {
        for (WalletPart part : values()) {
            if (part.text().equals(text)) {
                return part;
            }
        }
        throw new IllegalArgumentException("a wallet has no part " + text);
    }
}
