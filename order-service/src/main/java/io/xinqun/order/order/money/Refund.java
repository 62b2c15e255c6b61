package io.xinqun.order.order.money;

import io.xinqun.kernel.money.Fen;
import java.time.Duration;
import java.time.Instant;

/// Money on its way back. The provider is asked under `number` until it says the refund went out.
///
/// State: REQUESTED → SUCCEEDED. A doubtful answer repeats the same number, because a new one can
/// pay twice; only a refund that the provider closed gets a new number. Units: fen.
public record Refund(
        String orderId, int round, Receipt receipt, RefundReason reason, Progress progress) {

    /// Tries slow down: a provider that is away for an hour is not helped by being asked each
    /// second.
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private static final int LONGEST_SHIFT = 10;

    /// How far it is: `tries` counts calls, `nextAt` is the durable deadline of the next one.
    public record Progress(boolean succeeded, int tries, Instant nextAt) {}

    public static Refund of(String orderId, int round, Receipt receipt, RefundReason reason) {
        return new Refund(
                orderId, round, receipt, reason, new Progress(false, 0, receipt.paidAt()));
    }

    /// Unique in the merchant's account, and no longer than the provider allows (64).
    public String number() {
        return orderId + "-r" + round;
    }

    public Fen amount() {
        return receipt.amount();
    }

    public boolean isOpen() {
        return !progress.succeeded();
    }

    public Refund dueAt(Instant at) {
        return with(new Progress(false, progress.tries(), at));
    }

    public Refund triedAt(Instant now) {
        int shift = Math.min(progress.tries(), LONGEST_SHIFT);
        Duration pause = Duration.ofSeconds(1L << shift);
        Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return with(new Progress(false, progress.tries() + 1, next));
    }

    public Refund succeeded() {
        return with(new Progress(true, progress.tries(), progress.nextAt()));
    }

    /// The provider closed this number without paying, so a new one cannot pay twice.
    public Refund underNewNumber(int newRound, Instant now) {
        return new Refund(orderId, newRound, receipt, reason, new Progress(false, 0, now));
    }

    private Refund with(Progress newProgress) {
        return new Refund(orderId, round, receipt, reason, newProgress);
    }
}
