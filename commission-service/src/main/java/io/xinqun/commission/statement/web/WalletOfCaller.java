package io.xinqun.commission.statement.web;

import io.xinqun.commission.ledger.WalletHolder;
import io.xinqun.commission.ledger.WalletId;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which wallet is the caller's own: a curator's by account, a supplier's by supplier.
///
/// Errors: `forbidden` for who is neither; `invalid-request` for another holder.
final class WalletOfCaller {

    private WalletOfCaller() {}

    static WalletId of(Caller caller, @Nullable String holder) {
        return switch (holderOf(caller, holder)) {
            case CURATOR -> WalletId.ofCurator(caller.require(Role.CURATOR).account());
            case SUPPLIER -> WalletId.ofSupplier(caller.requireSupplier());
        };
    }

    private static WalletHolder holderOf(Caller caller, @Nullable String holder) {
        if (holder == null) {
            return caller.has(Role.CURATOR) || !caller.has(Role.SUPPLIER)
                    ? WalletHolder.CURATOR
                    : WalletHolder.SUPPLIER;
        }
        for (WalletHolder known : WalletHolder.values()) {
            if (known.text().equals(holder.toLowerCase(Locale.ROOT))) {
                return known;
            }
        }
        throw new Problem(CommonProblem.INVALID_REQUEST, "holder is curator or supplier");
    }
}
