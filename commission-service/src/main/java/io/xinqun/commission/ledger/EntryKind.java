package io.xinqun.commission.ledger;

import java.util.Locale;

/// What a ledger entry is about. Together with its cause it is the entry's id.
public enum EntryKind {

    /// The provider took the customer's money for us: clearing against deposit.
    RECEIPT,

    /// What the provider keeps of a receipt.
    FEE,

    /// A payment went back to the customer: deposit against clearing.
    REFUND,

    /// What the provider gives back of its fee with a refund.
    FEE_RETURN,

    SUPPLIER_ACCRUAL,
    CURATOR_ACCRUAL,
    SECOND_ACCRUAL,
    PLATFORM_ACCRUAL,
    FREIGHT_ACCRUAL;

    /// Whether the provider's books have a line about it.
    public boolean isAtProvider() {
        return switch (this) {
            case RECEIPT, FEE, REFUND, FEE_RETURN -> true;
            default -> false;
        };
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static EntryKind parse(String text) {
        for (EntryKind kind : values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of entry: " + text);
    }
}
