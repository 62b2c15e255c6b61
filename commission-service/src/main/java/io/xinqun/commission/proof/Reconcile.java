package io.xinqun.commission.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The proof, continuously and in small steps: new entries each time, balances and lots of some
/// slots in turn, the deposit each time, the provider's books of today.
///
/// Shape: one instance at a time works; the others find the lease taken and do nothing. State:
/// entries are checked once, from where the last step stopped; an entry that was wrong is found
/// again by the full proof.
public final class Reconcile {

    private final ProveLedger proof;
    private final Reconciliations reconciliations;
    private final Clock clock;
    private final Terms terms;
    private final AtomicInteger turn = new AtomicInteger();

    public Reconcile(ProveLedger proof, Reconciliations reconciliations, Clock clock, Terms terms) {
        this.proof = proof;
        this.reconciliations = reconciliations;
        this.clock = clock;
        this.terms = terms;
    }

    /// Empty when another instance is at it.
    public Mono<ProofReport> handle() {
        return reconciliations
                .acquire(terms.owner(), clock.instant(), terms.lease())
                .filter(mine -> mine)
                .flatMap(mine -> step());
    }

    private Mono<ProofReport> step() {
        List<Integer> slots = next();
        LocalDate today = LocalDate.ofInstant(clock.instant(), terms.zone());
        return Mono.zip(
                        newEntries(),
                        proof.balances(slots),
                        proof.lots(slots),
                        proof.deposit(),
                        proof.provider(today))
                .map(parts ->
                        new ProofReport(
                                clock.instant(),
                                parts.getT1(),
                                parts.getT2(),
                                parts.getT3(),
                                parts.getT4(),
                                parts.getT5()));
    }

    private Mono<ProofReport.Entries> newEntries() {
        return reconciliations
                .audited()
                .flatMap(audited ->
                        Flux.fromIterable(proof.allSlots())
                                .concatMap(slot -> newEntries(slot, audited))
                                .reduce(ProofReport.Entries.NONE, ProofReport.Entries::plus));
    }

    private Mono<ProofReport.Entries> newEntries(int slot, Map<Integer, Long> audited) {
        long from = audited.getOrDefault(slot, 0L);
        return proof.audit(slot, from)
                .flatMap(audit ->
                        audit.position() == from
                                ? Mono.just(audit.entries())
                                : reconciliations
                                        .audited(slot, audit.position())
                                        .thenReturn(audit.entries()));
    }

    private List<Integer> next() {
        List<Integer> all = proof.allSlots();
        List<Integer> slots = new ArrayList<>();
        for (int count = 0; count < Math.min(terms.slotsPerStep(), all.size()); count++) {
            slots.add(all.get(Math.floorMod(turn.getAndIncrement(), all.size())));
        }
        return slots;
    }

    /// Shape: who works, how long it may take, how many slots are replayed in one step.
    public record Terms(String owner, Duration lease, int slotsPerStep, ZoneId zone) {}
}
