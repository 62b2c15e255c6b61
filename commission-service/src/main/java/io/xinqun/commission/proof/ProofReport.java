package io.xinqun.commission.proof;

import io.xinqun.kernel.money.Fen;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the ledger is right, as of stated places, and what is wrong otherwise.
///
/// Shape: five checks, each with its findings; it holds when none has any.
public record ProofReport(
        Instant at,
        Entries entries,
        Balances balances,
        Lots lots,
        Deposit deposit,
        Provider provider) {

    public boolean holds() {
        return entries.findings().count() == 0
                && balances.findings().count() == 0
                && lots.findings().count() == 0
                && deposit.findings().count() == 0
                && provider.findings().count() == 0;
    }

    /// Every entry sums to zero, and what it freezes is what its lot holds.
    public record Entries(long checked, Findings findings) {

        static final Entries NONE = new Entries(0, Findings.NONE);

        Entries plus(Entries more) {
            return new Entries(checked + more.checked, findings.plus(more.findings));
        }
    }

    /// Every balance is the replay of its slot's journal; `unfolded` entries are not in it yet.
    public record Balances(
            List<SlotPosition> slots, long decisions, long unfolded, Findings findings) {

        public Balances {
            slots = List.copyOf(slots);
        }
    }

    /// Up to where a slot's journal was replayed.
    public record SlotPosition(int slot, long position) {}

    /// The lots of each wallet sum to what is frozen in it; `moving` wallets changed while looking.
    public record Lots(long wallets, long lots, long moving, Findings findings) {

        public static final Lots NONE = new Lots(0, 0, 0, Findings.NONE);

        public Lots plus(Lots more) {
            return new Lots(
                    wallets + more.wallets,
                    lots + more.lots,
                    moving + more.moving,
                    findings.plus(more.findings));
        }
    }

    /// The customers' deposit is what the open bookings have on it; debits positive.
    public record Deposit(
            Fen balance, Fen explained, long open, @Nullable Instant oldest, Findings findings) {}

    /// The provider's own books of a business day agree, up to a cut.
    ///
    /// Shape: `pending` lines are too young to be a difference; `lag` is the age of the oldest of
    /// them; `unavailable` says why the books could not be read, and then nothing is proved.
    public record Provider(
            LocalDate day,
            Instant cut,
            long compared,
            long pending,
            Duration lag,
            @Nullable String unavailable,
            Findings findings) {}
}
