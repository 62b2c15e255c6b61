package io.xinqun.order.order;

import static io.xinqun.order.order.OrderMove.CANCEL;
import static io.xinqun.order.order.OrderMove.EXPIRE;
import static io.xinqun.order.order.OrderMove.HOLD;
import static io.xinqun.order.order.OrderMove.PAY;
import static io.xinqun.order.order.OrderMove.PAY_AGAIN;
import static io.xinqun.order.order.OrderMove.PAY_LATE;
import static io.xinqun.order.order.OrderMove.REFUND;
import static io.xinqun.order.order.OrderMove.SELL_OUT;

import io.xinqun.order.order.OrderState.Name;
import io.xinqun.order.order.StockCommand.Verb;
import io.xinqun.order.order.money.Payments;
import io.xinqun.order.order.money.Receipt;
import io.xinqun.order.order.money.Refund;
import io.xinqun.order.order.money.RefundReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One purchase from placing to its end. Every verb gives the change it makes, or nothing when it
/// comes too late or a second time.
///
/// State: [OrderTransition]; `version` counts writes, `sequence` events.
public record Order(
        OrderTerms terms,
        OrderState state,
        Reservation reservation,
        Payments payments,
        List<Milestone> milestones,
        long version,
        long sequence) {

    /// How long stock that is taken a second time is held: only until the answer is handled.
    private static final Duration RETAKEN_FOR = Duration.ofMinutes(30);

    public Order {
        milestones = List.copyOf(milestones);
    }

    public String id() {
        return terms.orderId();
    }

    /// A new order that asks for its stock, or waits for its money at once when it needs none.
    public static Change place(OrderTerms terms) {
        Instant now = terms.window().placedAt();
        Reservation reservation = Reservation.first(terms.orderId(), terms.holds(), now);
        Order placing =
                new Order(
                        terms,
                        new OrderState.Placing(),
                        reservation,
                        Payments.NONE,
                        List.of(new Milestone(1, Name.PLACING, now)),
                        1,
                        1);
        if (reservation.isComplete()) {
            Order open = placing.reached(new OrderState.AwaitingPayment(), now).told(1);
            return new Change(
                    open, List.of(new OrderEvent.Placed(), new OrderEvent.Accepted()), List.of());
        }
        return new Change(
                placing,
                List.of(new OrderEvent.Placed()),
                reservation.reserves(terms.window().heldUntil()));
    }

    /// The owner of a unit holds it for this order.
    public Optional<Change> held(String reference, String unit, Instant now) {
        if (!expects(reference, unit)) {
            return Optional.empty();
        }
        Order taken = with(reservation.taken(unit));
        if (!taken.reservation.isComplete()) {
            return Optional.of(new Change(taken.written(), List.of(), List.of()));
        }
        return state instanceof OrderState.Retaking late
                ? taken.paidWith(late.money(), HOLD, now)
                : taken.moved(HOLD, new OrderState.AwaitingPayment(), now)
                        .map(next -> next.telling(new OrderEvent.Accepted(), List.of()));
    }

    /// The owner of a unit does not have it: the order gets all or nothing.
    public Optional<Change> soldOut(String reference, String unit, Instant now) {
        if (!expects(reference, unit)) {
            return Optional.empty();
        }
        List<StockCommand> releases =
                reservation.all(Verb.RELEASE).stream()
                        .filter(each -> !each.unit().equals(unit))
                        .toList();
        if (state instanceof OrderState.Retaking late) {
            Refund refund = newRefund(late.money(), RefundReason.LATE_PAYMENT, now);
            return moved(SELL_OUT, new OrderState.Refunding(late.money()), now)
                    .map(next -> next.with(next.payments.refunding(refund)))
                    .map(next -> next.telling(new OrderEvent.RefundRequested(refund), releases));
        }
        return moved(SELL_OUT, new OrderState.Refused(), now)
                .map(next -> next.telling(new OrderEvent.Refused(), releases));
    }

    private boolean expects(String reference, String unit) {
        return reservation.resendAt() != null
                && reservation.reference().equals(reference)
                && reservation.isAskedFor(unit);
    }

    /// Its commands go out again, under the same ids.
    public Optional<Change> resent(Instant now) {
        Instant due = reservation.resendAt();
        if (due == null || now.isBefore(due)) {
            return Optional.empty();
        }
        Instant heldUntil =
                reservation.attempt() == 1 ? terms.window().heldUntil() : now.plus(RETAKEN_FOR);
        return Optional.of(
                new Change(
                        with(reservation.sentAgain(now)).written(),
                        List.of(),
                        reservation.reserves(heldUntil)));
    }

    public Optional<Change> expired(Instant now) {
        if (now.isBefore(terms.window().expiresAt())) {
            return Optional.empty();
        }
        return moved(EXPIRE, new OrderState.Expired(), now)
                .map(next -> next.telling(new OrderEvent.Expired(), reservation.all(Verb.RELEASE)));
    }

    public Optional<Change> cancelled(Instant now) {
        return moved(CANCEL, new OrderState.Cancelled(), now)
                .map(next ->
                        next.telling(new OrderEvent.Cancelled(), reservation.all(Verb.RELEASE)));
    }

    /// Money came in. The first receipt is kept if the stock is there, every other goes back.
    public Optional<Change> paid(Receipt receipt, Instant now) {
        if (knows(receipt)) {
            return Optional.empty();
        }
        if (state.receipt().isPresent()) {
            return paidAgain(receipt, now);
        }
        return hasItsStockAt(now) ? paidWith(receipt, PAY, now) : paidLate(receipt, now);
    }

    private boolean knows(Receipt receipt) {
        return payments.refunds(receipt.transactionId())
                || state.receipt()
                        .filter(kept -> kept.transactionId().equals(receipt.transactionId()))
                        .isPresent();
    }

    private boolean hasItsStockAt(Instant now) {
        return reservation.holds().isEmpty()
                || (state instanceof OrderState.AwaitingPayment && terms.window().isCertainAt(now));
    }

    private Optional<Change> paidWith(Receipt receipt, OrderMove move, Instant now) {
        return moved(move, new OrderState.Paid(receipt), now)
                .map(next -> next.with(next.payments.settled()))
                .map(next ->
                        next.telling(new OrderEvent.Paid(receipt), reservation.all(Verb.CONFIRM)));
    }

    private Optional<Change> paidLate(Receipt receipt, Instant now) {
        Reservation again = reservation.again(now);
        List<StockCommand> commands = new ArrayList<>();
        if (state instanceof OrderState.AwaitingPayment) {
            commands.addAll(reservation.all(Verb.RELEASE));
        }
        commands.addAll(again.reserves(now.plus(RETAKEN_FOR)));
        return moved(PAY_LATE, new OrderState.Retaking(receipt), now)
                .map(next -> next.with(again).with(next.payments.settled()))
                .map(next -> new Change(next, List.of(), commands));
    }

    private Optional<Change> paidAgain(Receipt receipt, Instant now) {
        Refund refund = newRefund(receipt, RefundReason.SECOND_PAYMENT, now);
        return OrderTransition.target(state.name(), PAY_AGAIN)
                .map(same -> with(payments.refunding(refund)).written())
                .map(next -> next.telling(new OrderEvent.RefundRequested(refund), List.of()));
    }

    private Refund newRefund(Receipt receipt, RefundReason reason, Instant now) {
        return Refund.of(id(), payments.nextRefundRound(), receipt, reason).dueAt(now);
    }

    /// The provider says that a refund went out.
    public Optional<Change> refunded(String number, Instant now) {
        Optional<Refund> open = payments.refund(number).filter(Refund::isOpen);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Refund done = open.get().succeeded();
        Order next = with(payments.changed(number, each -> done));
        Order after =
                done.reason() == RefundReason.LATE_PAYMENT
                        ? next.moved(REFUND, new OrderState.Refunded(done.receipt()), now)
                                .orElseGet(next::written)
                        : next.written();
        return Optional.of(after.telling(new OrderEvent.Refunded(done), List.of()));
    }

    /// A change of the money side that nobody is told of: an attempt, a try, a deadline.
    public Change noted(Payments newPayments) {
        return new Change(with(newPayments).written(), List.of(), List.of());
    }

    private Optional<Order> moved(OrderMove move, OrderState to, Instant now) {
        return OrderTransition.target(state.name(), move)
                .filter(to.name()::equals)
                .map(allowed -> reached(to, now));
    }

    private Order reached(OrderState to, Instant now) {
        List<Milestone> more = new ArrayList<>(milestones);
        more.add(new Milestone(milestones.size() + 1L, to.name(), now));
        Reservation rest = to.name() == Name.RETAKING ? reservation : reservation.settled();
        return new Order(terms, to, rest, payments, more, version + 1, sequence);
    }

    private Change telling(OrderEvent event, List<StockCommand> commands) {
        return new Change(told(1), List.of(event), commands);
    }

    private Order told(int events) {
        return new Order(
                terms, state, reservation, payments, milestones, version, sequence + events);
    }

    private Order written() {
        return new Order(terms, state, reservation, payments, milestones, version + 1, sequence);
    }

    private Order with(Reservation newReservation) {
        return new Order(terms, state, newReservation, payments, milestones, version, sequence);
    }

    private Order with(Payments newPayments) {
        return new Order(terms, state, reservation, newPayments, milestones, version, sequence);
    }
}
