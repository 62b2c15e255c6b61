package io.xinqun.commission.proof.mongo;

import io.xinqun.commission.ledger.HouseAccount;
import io.xinqun.commission.ledger.WalletId;
import io.xinqun.commission.ledger.WalletPart;
import io.xinqun.commission.ledger.posting.LedgerRule;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.commission.proof.Findings;
import io.xinqun.commission.proof.FoldedLedger;
import io.xinqun.commission.proof.ProofReport;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.mongo.StoredTotal;
import io.xinqun.kernel.total.mongo.TotalsView;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The folded ledger in MongoDB.
public final class FoldedTotals implements FoldedLedger {

    /// A wallet that changes under every look is busy, not wrong; it comes again next time.
    private static final int LOOKS = 3;

    private static final int CONCURRENCY = 8;

    private final TotalsView view;
    private final JournalStore store;
    private final LedgerTotals totals;
    private final Clock clock;

    public FoldedTotals(TotalsView view, JournalStore store, LedgerTotals totals, Clock clock) {
        this.view = view;
        this.store = store;
        this.totals = totals;
        this.clock = clock;
    }

    @Override
    public int slots() {
        return totals.slotCount();
    }

    @Override
    public Mono<ProofReport.Lots> lots(int slot) {
        return Mono.fromCallable(() -> walletsOf(slot))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapMany(Flux::fromIterable)
                .flatMap(wallet -> look(slot, wallet, LOOKS), CONCURRENCY)
                .reduce(ProofReport.Lots.NONE, ProofReport.Lots::plus);
    }

    private List<String> walletsOf(int slot) {
        return store.totalsOf(slot).keySet().stream()
                .map(SlotKey::key)
                .filter(total -> LedgerTotals.accountOf(total) instanceof WalletId)
                .toList();
    }

    /// Lots are folded after their wallet, so they belong together when the slot's checkpoint has
    /// reached the wallet's position and the wallet is the same before and after.
    private Mono<ProofReport.Lots> look(int slot, String wallet, int looks) {
        if (looks == 0) {
            return Mono.just(new ProofReport.Lots(1, 0, 1, Findings.NONE));
        }
        return Mono.zip(checkpoints(Set.of(slot)), view.total(wallet))
                .flatMap(before ->
                        Mono.zip(sumOfLots(wallet), view.total(wallet))
                                .flatMap(after ->
                                        isSettled(before.getT1(), before.getT2(), after.getT2())
                                                ? Mono.just(compare(after.getT2(), after.getT1()))
                                                : look(slot, wallet, looks - 1)));
    }

    private static boolean isSettled(
            Map<Integer, Long> folded, StoredTotal before, StoredTotal after) {
        return before.position() == after.position()
                && before.position() <= folded.getOrDefault(before.slot(), 0L);
    }

    private Mono<LotSum> sumOfLots(String wallet) {
        return view.items(wallet)
                .filter(lot -> lot.state().equals(LedgerRule.FROZEN))
                .map(lot -> new LotSum(1, frozen(lot)))
                .reduce(new LotSum(0, 0), LotSum::plus);
    }

    private static long frozen(Item lot) {
        return lot.amounts().get(WalletPart.FROZEN.text());
    }

    private static ProofReport.Lots compare(StoredTotal wallet, LotSum lots) {
        long frozen = wallet.amounts().get(WalletPart.FROZEN.text());
        Findings findings =
                frozen == lots.frozen()
                        ? Findings.NONE
                        : Findings.of(
                                wallet.total()
                                        + " has "
                                        + frozen
                                        + " frozen, lots "
                                        + lots.frozen());
        return new ProofReport.Lots(1, lots.count(), 0, findings);
    }

    @Override
    public Mono<DepositAt> deposit() {
        Set<Integer> all =
                IntStream.range(0, totals.slotCount()).boxed().collect(Collectors.toSet());
        Instant at = clock.instant();
        return checkpoints(all)
                .flatMap(cut ->
                        view.pinned(HouseAccount.DEPOSIT.text())
                                .collectList()
                                .map(deposits -> deposit(deposits, cut, at)));
    }

    private static DepositAt deposit(
            List<StoredTotal> deposits, Map<Integer, Long> cut, Instant at) {
        Map<Integer, Long> seen = new HashMap<>(cut);
        Fen balance = Fen.ZERO;
        for (StoredTotal deposit : deposits) {
            balance = balance.plus(Fen.of(deposit.amounts().get(LedgerTotals.BALANCE)));
            seen.merge(deposit.slot(), deposit.position(), Math::max);
        }
        return new DepositAt(balance, Map.copyOf(seen), at);
    }

    private Mono<Map<Integer, Long>> checkpoints(Set<Integer> slots) {
        return Mono.fromCallable(() ->
                        store.checkpoints(slots).values().stream()
                                .collect(
                                        Collectors.toUnmodifiableMap(
                                                at -> at.slot(), at -> at.position())))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private record LotSum(long count, long frozen) {

        LotSum plus(LotSum more) {
            return new LotSum(count + more.count, Math.addExact(frozen, more.frozen));
        }
    }
}
