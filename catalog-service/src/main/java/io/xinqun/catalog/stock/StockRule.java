package io.xinqun.catalog.stock;

import static io.xinqun.catalog.stock.StockAmounts.COUNTED_AT;
import static io.xinqun.catalog.stock.StockAmounts.FREE;
import static io.xinqun.catalog.stock.StockAmounts.HELD;
import static io.xinqun.catalog.stock.StockAmounts.ON_HAND;
import static io.xinqun.catalog.stock.StockAmounts.SHORT;
import static io.xinqun.catalog.stock.StockAmounts.SOLD;

import io.xinqun.catalog.stock.StockCommand.Confirm;
import io.xinqun.catalog.stock.StockCommand.Count;
import io.xinqun.catalog.stock.StockCommand.OfOrder;
import io.xinqun.catalog.stock.StockCommand.Release;
import io.xinqun.catalog.stock.StockCommand.Reserve;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.DecisionRule;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.View;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides about the stock of one unit. Never oversold, never lost.
///
/// A **count** says: at `countedAt` the supplier had `count` pieces to sell, and everything that we
/// had sold him until then was already taken out. He knows of paid orders, not of reservations. So
/// after the count
///
///     free = count − held now (whenever it was reserved) − sold since countedAt
///
/// where a sale is the confirmation's own time and the minute of the count counts as after it
/// (a quarter of the age for counts older than a quarter of an hour, see [RecentSales]): in
/// doubt a piece is not offered rather than offered twice. If that is negative, nothing is
/// free, and what is missing is `short`: releases fill it first, because the pieces they free
/// do not exist. A count that is not newer than the last one, or older than the sales on record
/// (three days), is stale and changes nothing.
///
/// Shape:  one total (the unit) and at most one item (the order's reservation) per command.
/// State:  see [Reservation]; [StockAmounts#holds] after every decision.
public final class StockRule implements DecisionRule<StockCommand> {

    static final String VERB = "verb";
    static final String ORDER = "orderId";
    static final String UNIT = "unit";
    static final String QUANTITY = "quantity";
    static final String FREE_AFTER = "free";

    @Override
    public Set<String> totalsOf(Command<StockCommand> command) {
        return Set.of(command.payload().unit());
    }

    @Override
    public Set<String> itemsOf(Command<StockCommand> command) {
        return command.payload() instanceof OfOrder ofOrder
                ? Set.of(Reservation.key(ofOrder))
                : Set.of();
    }

    @Override
    public Decision decide(Command<StockCommand> command, View view) {
        Amounts before = view.total(command.payload().unit());
        return switch (command.payload()) {
            case Reserve reserve -> reserve(command, reserve, before, view);
            case Confirm confirm -> confirm(command, before, view.item(Reservation.key(confirm)));
            case Release release -> release(command, before, view.item(Reservation.key(release)));
            case Count count -> count(command, count, before);
        };
    }

    @Override
    public Decision refuse(Command<StockCommand> command, String outcome) {
        return described(Decision.of(command, outcome), command.payload()).fact(FREE_AFTER, "0");
    }

    private static Decision reserve(
            Command<StockCommand> command, Reserve reserve, Amounts before, View view) {
        if (view.item(Reservation.key(reserve)) != null) {
            return answer(command, before, Answer.unmoved(StockOutcome.REFUSED));
        }
        if (before.get(FREE) >= reserve.quantity()) {
            Amounts delta = Amounts.of(FREE, -reserve.quantity()).plus(HELD, reserve.quantity());
            return moved(
                            command,
                            before,
                            delta,
                            new Answer(StockOutcome.RESERVED, reserve.quantity()))
                    .item(Reservation.held(reserve));
        }
        StockOutcome outcome =
                StockAmounts.isKnown(before) ? StockOutcome.SOLD_OUT : StockOutcome.UNKNOWN_UNIT;
        return answer(command, before, Answer.unmoved(outcome)).item(Reservation.refused(reserve));
    }

    private static Decision confirm(
            Command<StockCommand> command, Amounts before, @Nullable Item reservation) {
        if (reservation == null || !reservation.state().equals(Reservation.HELD)) {
            boolean sold = reservation != null && reservation.state().equals(Reservation.SOLD);
            return answer(
                    command,
                    before,
                    Answer.unmoved(sold ? StockOutcome.NO_OP : StockOutcome.REFUSED));
        }
        long quantity = Reservation.quantity(reservation);
        Amounts delta =
                Amounts.of(HELD, -quantity)
                        .plus(SOLD, quantity)
                        .plus(RecentSales.sale(before, quantity, command.at()));
        return moved(command, before, delta, new Answer(StockOutcome.CONFIRMED, quantity))
                .item(reservation.withState(Reservation.SOLD).withDue(null));
    }

    private static Decision release(
            Command<StockCommand> command, Amounts before, @Nullable Item reservation) {
        if (reservation == null) {
            return answer(command, before, Answer.unmoved(StockOutcome.RELEASED))
                    .item(Reservation.released((OfOrder) command.payload()));
        }
        if (!reservation.state().equals(Reservation.HELD)) {
            return answer(command, before, Answer.unmoved(StockOutcome.NO_OP));
        }
        long quantity = Reservation.quantity(reservation);
        long missing = Math.min(before.get(SHORT), quantity);
        Amounts delta = Amounts.of(HELD, -quantity).plus(FREE, quantity - missing);
        if (missing > 0) {
            delta = delta.plus(SHORT, -missing).plus(ON_HAND, -missing);
        }
        return moved(command, before, delta, new Answer(StockOutcome.RELEASED, quantity))
                .item(reservation.withState(Reservation.RELEASED).withDue(null));
    }

    private static Decision count(Command<StockCommand> command, Count count, Amounts before) {
        long countedAt = count.countedAt().toEpochMilli();
        OptionalLong soldSince = RecentSales.since(before, count.countedAt());
        if (countedAt <= before.get(COUNTED_AT) || soldSince.isEmpty()) {
            return answer(command, before, Answer.unmoved(StockOutcome.STALE));
        }
        long rest = count.count() - before.get(HELD) - soldSince.getAsLong();
        long change = Math.max(rest, 0) - before.get(FREE);
        Amounts delta =
                Amounts.of(FREE, change)
                        .plus(ON_HAND, change)
                        .plus(SHORT, Math.max(-rest, 0) - before.get(SHORT))
                        .plus(COUNTED_AT, countedAt - before.get(COUNTED_AT));
        return moved(command, before, delta, new Answer(StockOutcome.COUNTED, count.count()));
    }

    /// What is answered, and how many pieces it moved.
    private record Answer(StockOutcome outcome, long quantity) {

        static Answer unmoved(StockOutcome outcome) {
            return new Answer(outcome, 0);
        }
    }

    private static Decision moved(
            Command<StockCommand> command, Amounts before, Amounts delta, Answer answer) {
        return answer(command, before.plus(delta), answer).change(command.payload().unit(), delta);
    }

    /// An outcome and what others need to know about it; `after` are the amounts it leaves.
    private static Decision answer(Command<StockCommand> command, Amounts after, Answer answer) {
        return described(Decision.of(command, answer.outcome.code()), command.payload())
                .fact(QUANTITY, Long.toString(answer.quantity))
                .fact(FREE_AFTER, Long.toString(after.get(FREE)));
    }

    private static Decision described(Decision decision, StockCommand payload) {
        Decision named = decision.fact(VERB, payload.verb()).fact(UNIT, payload.unit());
        return payload instanceof OfOrder ofOrder ? named.fact(ORDER, ofOrder.orderId()) : named;
    }
}
