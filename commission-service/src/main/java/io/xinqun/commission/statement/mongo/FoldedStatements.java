package io.xinqun.commission.statement.mongo;

import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.commission.ledger.HouseAccount;
import io.xinqun.commission.ledger.WalletId;
import io.xinqun.commission.ledger.WalletPart;
import io.xinqun.commission.ledger.posting.EntryFacts;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.commission.statement.HouseBalance;
import io.xinqun.commission.statement.Statements;
import io.xinqun.commission.statement.Wallet;
import io.xinqun.commission.statement.WalletEntry;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.TotalChange;
import io.xinqun.kernel.total.mongo.StoredDecision;
import io.xinqun.kernel.total.mongo.StoredTotal;
import io.xinqun.kernel.total.mongo.TotalsView;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Statements from what was folded of the ledger's journal.
public final class FoldedStatements implements Statements {

    private final TotalsView view;
    private final LedgerTotals totals;

    public FoldedStatements(TotalsView view, LedgerTotals totals) {
        this.view = view;
        this.totals = totals;
    }

    @Override
    public Mono<Wallet> wallet(WalletId id) {
        return view.total(id.text())
                .map(stored -> wallet(id, stored))
                .defaultIfEmpty(Wallet.empty(id, totals.slotOf(id.text())));
    }

    @Override
    public Flux<WalletEntry> entries(WalletId id, @Nullable String before, int count) {
        return view.decisions(id.text(), before, count).map(stored -> entry(id, stored));
    }

    @Override
    public Flux<HouseBalance> houseBalances() {
        return Flux.fromArray(HouseAccount.values()).concatMap(this::balances);
    }

    private Flux<HouseBalance> balances(HouseAccount account) {
        return view.pinned(account.text())
                .map(stored ->
                        new HouseBalance(
                                account,
                                stored.slot(),
                                Fen.of(stored.amounts().get(LedgerTotals.BALANCE)),
                                stored.position()));
    }

    private static Wallet wallet(WalletId id, StoredTotal stored) {
        Amounts amounts = stored.amounts();
        return new Wallet(
                id,
                part(amounts, WalletPart.FROZEN),
                part(amounts, WalletPart.AVAILABLE),
                part(amounts, WalletPart.RESERVED),
                part(amounts, WalletPart.DEBT),
                stored.slot(),
                stored.position());
    }

    private static Fen part(Amounts amounts, WalletPart part) {
        return Fen.of(amounts.get(part.text()));
    }

    private static WalletEntry entry(WalletId id, StoredDecision stored) {
        Decision decision = stored.decision();
        Map<WalletPart, Fen> changes = new EnumMap<>(WalletPart.class);
        for (TotalChange change : decision.changes()) {
            if (change.total().equals(id.text())) {
                change.delta()
                        .values()
                        .forEach((part, delta) ->
                                changes.put(WalletPart.parse(part), Fen.of(delta)));
            }
        }
        return new WalletEntry(
                decision.commandId(),
                EntryKind.parse(decision.facts().getOrDefault(EntryFacts.KIND, "")),
                decision.at(),
                EntryFacts.cause(decision.facts()),
                changes,
                EntryFacts.rule(decision.facts()),
                stored.place());
    }
}
