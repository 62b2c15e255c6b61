package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.commission.ledger.WalletHolder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who gets a part of an order line. There is no third level.
public enum ShareRole {
    SUPPLIER(EntryKind.SUPPLIER_ACCRUAL, WalletHolder.SUPPLIER),
    CURATOR(EntryKind.CURATOR_ACCRUAL, WalletHolder.CURATOR),
    SECOND(EntryKind.SECOND_ACCRUAL, WalletHolder.CURATOR),

    /// The platform has no wallet: its part is revenue.
    PLATFORM(EntryKind.PLATFORM_ACCRUAL, null);

    private final EntryKind kind;
    private final @Nullable WalletHolder holder;

    ShareRole(EntryKind kind, @Nullable WalletHolder holder) {
        this.kind = kind;
        this.holder = holder;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    EntryKind kind() {
        return kind;
    }

    @Nullable WalletHolder holder() {
        return holder;
    }

    public static ShareRole parse(String text) {
        for (ShareRole role : values()) {
            if (role.text().equals(text)) {
                return role;
            }
        }
        throw new IllegalArgumentException("nobody is paid as " + text);
    }
}
