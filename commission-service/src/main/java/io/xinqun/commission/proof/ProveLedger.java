package io.xinqun.commission.proof;

import io.xinqun.commission.proof.FoldedLedger.DepositAt;
import io.xinqun.commission.proof.OpenDeposits.Explained;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.journal.SlotProof;
import io.xinqun.kernel.total.journal.TotalsProof;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Proves the ledger from its journal: entries, balances, lots, deposit, and the provider's books.
///
/// Shape: slot after slot, page after page; memory grows with the wallets of one slot, not with the
/// entries. Money keeps moving meanwhile; each part says as of where it speaks.
public final class ProveLedger {

    private final TotalsProof replay;
    private final AuditEntries audit;
    private final FoldedLedger ledger;
    private final OpenDeposits deposits;
    private final CompareProvider provider;
    private final Clock clock;

    public ProveLedger(
            JournalStore journal,
            FoldedLedger ledger,
            OpenDeposits deposits,
            CompareProvider provider,
            Clock clock) {
        this.replay = new TotalsProof(journal);
        this.audit = new AuditEntries(journal);
        this.ledger = ledger;
        this.deposits = deposits;
        this.provider = provider;
        this.clock = clock;
    }

    /// All of it, with the provider's books of `day`.
    public Mono<ProofReport> handle(LocalDate day) {
        return Mono.zip(entries(), balances(allSlots()), lots(allSlots()), deposit(), provider(day))
                .map(parts ->
                        new ProofReport(
                                clock.instant(),
                                parts.getT1(),
                                parts.getT2(),
                                parts.getT3(),
                                parts.getT4(),
                                parts.getT5()));
    }

    List<Integer> allSlots() {
        return IntStream.range(0, ledger.slots()).boxed().toList();
    }

    Mono<ProofReport.Entries> entries() {
        return Flux.fromIterable(allSlots())
                .concatMap(slot -> audit(slot, 0))
                .map(AuditEntries.Audit::entries)
                .reduce(ProofReport.Entries.NONE, ProofReport.Entries::plus);
    }

    Mono<AuditEntries.Audit> audit(int slot, long position) {
        return Mono.fromCallable(() -> audit.from(slot, position))
                .subscribeOn(Schedulers.boundedElastic());
    }

    Mono<ProofReport.Balances> balances(List<Integer> slots) {
        return Flux.fromIterable(slots)
                .concatMap(replay::prove)
                .collectList()
                .map(ProveLedger::sum);
    }

    private static ProofReport.Balances sum(List<SlotProof> proofs) {
        List<ProofReport.SlotPosition> positions = new ArrayList<>();
        long decisions = 0;
        long unfolded = 0;
        Findings findings = Findings.NONE;
        for (SlotProof proof : proofs) {
            positions.add(new ProofReport.SlotPosition(proof.slot(), proof.position()));
            decisions += proof.decisions();
            unfolded += proof.lag();
            for (SlotProof.Difference difference : proof.differences()) {
                findings = findings.plus(Findings.of(difference.toString()));
            }
        }
        return new ProofReport.Balances(positions, decisions, unfolded, findings);
    }

    Mono<ProofReport.Lots> lots(List<Integer> slots) {
        return Flux.fromIterable(slots)
                .concatMap(ledger::lots)
                .reduce(ProofReport.Lots.NONE, ProofReport.Lots::plus);
    }

    Mono<ProofReport.Deposit> deposit() {
        return ledger.deposit()
                .flatMap(deposit ->
                        deposits.at(deposit).map(explained -> deposit(deposit, explained)));
    }

    Mono<ProofReport.Provider> provider(LocalDate day) {
        return provider.handle(day);
    }

    private static ProofReport.Deposit deposit(DepositAt deposit, Explained explained) {
        Findings findings =
                deposit.balance().equals(explained.amount())
                        ? Findings.NONE
                        : Findings.of(
                                "the deposit is "
                                        + deposit.balance().amount()
                                        + ", open bookings explain "
                                        + explained.amount().amount());
        return new ProofReport.Deposit(
                deposit.balance(),
                explained.amount(),
                explained.open(),
                explained.oldest(),
                findings);
    }
}
