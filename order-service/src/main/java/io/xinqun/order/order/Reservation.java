package io.xinqun.order.order;

import io.xinqun.order.order.StockCommand.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stock that an order asked for: all of it or nothing.
///
/// Shape: 0..n units, each once; `attempt` counts from 1 and is part of the reference, because a
/// reference whose stock went back is closed for ever at the stock's owner. State: `resendAt` is
/// durable and there as long as an answer is missing; sending again is safe, because the ids are
/// the same.
public record Reservation(
        String orderId, int attempt, List<Hold> holds, int sent, @Nullable Instant resendAt) {

    /// An order undecided after this sends its commands again (docs/architecture.md, rule 12).
    public static final Duration RESEND_AFTER = Duration.ofSeconds(10);

    /// Pauses grow to this many times the first.
    private static final int LONGEST_PAUSE = 30;

    /// Between the order's id and the attempt; ids do not contain it.
    private static final String MARK = "~";

    public Reservation {
        holds = List.copyOf(holds);
    }

    static Reservation first(String orderId, List<Hold> holds, Instant now) {
        return asking(orderId, 1, holds, now);
    }

    private static Reservation asking(String orderId, int attempt, List<Hold> holds, Instant now) {
        Instant resendAt = holds.isEmpty() ? null : now.plus(RESEND_AFTER);
        return new Reservation(orderId, attempt, holds, 1, resendAt);
    }

    public static String orderOf(String reference) {
        int mark = reference.indexOf(MARK);
        return mark < 0 ? reference : reference.substring(0, mark);
    }

    public String reference() {
        return attempt == 1 ? orderId : orderId + MARK + attempt;
    }

    public boolean isComplete() {
        return holds.stream().allMatch(Hold::held);
    }

    boolean isAskedFor(String unit) {
        return hold(unit).filter(each -> !each.held()).isPresent();
    }

    Optional<Hold> hold(String unit) {
        return holds.stream().filter(each -> each.unit().equals(unit)).findFirst();
    }

    Reservation taken(String unit) {
        List<Hold> now =
                holds.stream().map(each -> each.unit().equals(unit) ? each.taken() : each).toList();
        boolean complete = now.stream().allMatch(Hold::held);
        return new Reservation(orderId, attempt, now, sent, complete ? null : resendAt);
    }

    Reservation settled() {
        return new Reservation(orderId, attempt, holds, sent, null);
    }

    Reservation sentAgain(Instant now) {
        Instant next = now.plus(RESEND_AFTER.multipliedBy(Math.min(sent + 1, LONGEST_PAUSE)));
        return new Reservation(orderId, attempt, holds, sent + 1, next);
    }

    Reservation again(Instant now) {
        List<Hold> asked =
                holds.stream().map(each -> new Hold(each.unit(), each.quantity(), false)).toList();
        return asking(orderId, attempt + 1, asked, now);
    }

    List<StockCommand> reserves(Instant expiresAt) {
        return holds.stream()
                .filter(each -> !each.held())
                .map(each -> command(Verb.RESERVE, each, expiresAt))
                .toList();
    }

    /// All of them, whatever has been answered: a release that comes before the answer finds its
    /// reserve decided, because both are in the unit's own order.
    List<StockCommand> all(Verb verb) {
        return holds.stream().map(each -> command(verb, each, null)).toList();
    }

    private StockCommand command(Verb verb, Hold hold, @Nullable Instant expiresAt) {
        return new StockCommand(verb, reference(), hold.unit(), hold.quantity(), expiresAt);
    }
}
