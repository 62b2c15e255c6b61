package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.commission.ledger.HouseAccount;
import io.xinqun.commission.ledger.Lot;
import io.xinqun.commission.ledger.Posting;
import io.xinqun.commission.ledger.WalletId;
import io.xinqun.commission.ledger.WalletPart;
import io.xinqun.kernel.money.Fen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the frozen split of a paid order into ledger entries.
///
/// Shape: receipt and fee, then one entry per (line, party), then the freight; each touches at most
/// one wallet; parts of zero have no entry. Units: fen; together the entries leave nothing of this
/// order on the deposit. State: commissions and supplier payables are frozen, one lot per (line,
/// party).
public final class EntriesOfOrder {

    private final EntriesOfPayment payments;

    public EntriesOfOrder(ProviderFee fee) {
        payments = new EntriesOfPayment(fee);
    }

    public List<Entry> of(PaidOrder order) {
        if (order.paid().isZero()) {
            return List.of();
        }
        List<Entry> entries =
                new ArrayList<>(payments.received(order.cause(), order.at(), order.paid()));
        for (PaidLine line : order.lines()) {
            line.split().stream()
                    .filter(share -> share.amount().isPositive())
                    .map(share -> accrual(order, line, share))
                    .forEach(entries::add);
        }
        if (order.freight().isPositive()) {
            entries.add(freight(order));
        }
        return List.copyOf(entries);
    }

    private static Entry accrual(PaidOrder order, PaidLine line, Share share) {
        Cause cause = order.cause().line(line.lineId());
        WalletId wallet = walletOf(share);
        Posting to =
                wallet == null
                        ? Posting.credit(HouseAccount.REVENUE, share.amount())
                        : Posting.grow(wallet, WalletPart.FROZEN, share.amount());
        String orderId = cause.orderId();
        return new Entry(
                orderId + ':' + line.lineId() + ':' + share.role().kind().text(),
                share.role().kind(),
                order.at(),
                cause,
                wallet,
                List.of(Posting.debit(HouseAccount.DEPOSIT, share.amount()), to),
                wallet == null ? null : Lot.of(orderId, line.lineId(), share.role().text()),
                share.rule());
    }

    private static Entry freight(PaidOrder order) {
        Fen freight = order.freight();
        return new Entry(
                order.cause().orderId() + ':' + EntryKind.FREIGHT_ACCRUAL.text(),
                EntryKind.FREIGHT_ACCRUAL,
                order.at(),
                order.cause(),
                null,
                List.of(
                        Posting.debit(HouseAccount.DEPOSIT, freight),
                        Posting.credit(HouseAccount.FREIGHT, freight)),
                null,
                null);
    }

    private static @Nullable WalletId walletOf(Share share) {
        return share.role().holder() == null
                ? null
                : new WalletId(share.role().holder(), share.account());
    }
}
