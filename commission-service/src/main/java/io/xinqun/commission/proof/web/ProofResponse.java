package io.xinqun.commission.proof.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.commission.proof.Findings;
import io.xinqun.commission.proof.ProofReport;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The proof as an operator reads it.
record ProofResponse(
        boolean holds,
        Instant at,
        EntriesProof entries,
        BalancesProof balances,
        LotsProof lots,
        DepositProof deposit,
        ProviderProof provider) {

    static ProofResponse of(ProofReport report) {
        return new ProofResponse(
                report.holds(),
                report.at(),
                EntriesProof.of(report.entries()),
                BalancesProof.of(report.balances()),
                LotsProof.of(report.lots()),
                DepositProof.of(report.deposit()),
                ProviderProof.of(report.provider()));
    }

    @Schema(description = "Every entry sums to zero and freezes what its lot holds")
    record EntriesProof(long checked, Differences differences) {

        static EntriesProof of(ProofReport.Entries entries) {
            return new EntriesProof(entries.checked(), Differences.of(entries.findings()));
        }
    }

    @Schema(description = "Every balance is the replay of its slot's journal, up to `slots`")
    record BalancesProof(
            long decisions, long unfolded, List<SlotProof> slots, Differences differences) {

        static BalancesProof of(ProofReport.Balances balances) {
            return new BalancesProof(
                    balances.decisions(),
                    balances.unfolded(),
                    balances.slots().stream()
                            .filter(slot -> slot.position() > 0)
                            .map(slot -> new SlotProof(slot.slot(), slot.position()))
                            .toList(),
                    Differences.of(balances.findings()));
        }
    }

    record SlotProof(int slot, long position) {}

    @Schema(description = "The lots of each wallet sum to what is frozen in it")
    record LotsProof(long wallets, long lots, long moving, Differences differences) {

        static LotsProof of(ProofReport.Lots lots) {
            return new LotsProof(
                    lots.wallets(), lots.lots(), lots.moving(), Differences.of(lots.findings()));
        }
    }

    @Schema(description = "The customers' deposit is what orders in progress have on it")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DepositProof(
            Fen balanceFen,
            Fen explainedFen,
            long open,
            @Nullable Instant oldestOpen,
            Differences differences) {

        static DepositProof of(ProofReport.Deposit deposit) {
            return new DepositProof(
                    deposit.balance(),
                    deposit.explained(),
                    deposit.open(),
                    deposit.oldest(),
                    Differences.of(deposit.findings()));
        }
    }

    @Schema(description = "The provider's books of a day agree up to a cut; without them, why")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProviderProof(
            LocalDate day,
            Instant cut,
            boolean read,
            @Nullable String unavailable,
            long compared,
            long pending,
            long lagSeconds,
            Differences differences) {

        static ProviderProof of(ProofReport.Provider provider) {
            return new ProviderProof(
                    provider.day(),
                    provider.cut(),
                    provider.unavailable() == null,
                    provider.unavailable(),
                    provider.compared(),
                    provider.pending(),
                    provider.lag().toSeconds(),
                    Differences.of(provider.findings()));
        }
    }

    /// The count is exact, the examples are the first ones.
    record Differences(long count, List<String> examples) {

        static Differences of(Findings findings) {
            return new Differences(findings.count(), findings.examples());
        }
    }
}
