package io.xinqun.order.placement;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.order.OrderProblem;
import io.xinqun.order.order.Change;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.OrderState.Name;
import io.xinqun.order.order.OrderTerms;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.deal.Basket;
import io.xinqun.order.order.deal.Quote;
import io.xinqun.order.order.deal.Quotes;
import io.xinqun.order.order.line.LineKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Places an order: prices it, saves it with its stock commands, and waits a moment for the answer.
///
/// Shape: the order's id is derived from caller and key, so a repeat meets the first order, waits
/// with it and answers its state. State: durable before it is answered; the answer of the stock's
/// owner is in the order. Errors: [Problem] of the quote, `address-required`, `quote-changed`,
/// `sold-out`, `idempotency-key-reused`.
public final class PlaceOrder {

    private final Quotes quotes;
    private final Orders orders;
    private final AwaitAnswer answers;
    private final SoldOutGate gate;
    private final Making making;

    public PlaceOrder(
            Quotes quotes, Orders orders, AwaitAnswer answers, SoldOutGate gate, Making making) {
        this.quotes = quotes;
        this.orders = orders;
        this.answers = answers;
        this.gate = gate;
        this.making = making;
    }

    /// What a new order is made with.
    public record Making(PlacementTerms terms, Seal seal, SplitWatch watch) {}

    /// What a buyer wants; `quote` is the hash of the quote that he saw. Without `waits` the answer
    /// is given as soon as the order is durable.
    public record Command(
            String orderId,
            String fingerprint,
            Basket basket,
            @Nullable Address address,
            @Nullable String quote,
            boolean waits) {}

    /// A problem is only an answer when there is no order: the repeat of an order that was placed
    /// before the article went off sale answers that order.
    public Mono<Placement> handle(Command command) {
        return quotes.quote(command.basket())
                .flatMap(quote -> place(command, quote))
                .onErrorResume(
                        Problem.class,
                        problem -> repeat(command).switchIfEmpty(Mono.error(problem)));
    }

    private Mono<Placement> place(Command command, Quote quote) {
        check(command, quote);
        Change placed = Order.place(terms(command, quote));
        Mono<Placement> answer =
                command.waits() ? answered(placed) : saved(placed).flatMap(PlaceOrder::present);
        return answer.switchIfEmpty(Mono.defer(() -> repeat(command)));
    }

    private Mono<Order> saved(Change placed) {
        return orders.place(placed).doOnNext(order -> making.watch().placed(order.terms().lines()));
    }

    private Mono<Placement> answered(Change placed) {
        AwaitAnswer.Waiter waiter = answers.register(placed.order());
        return saved(placed).flatMap(saved -> waiter.answer()).doFinally(signal -> waiter.leave());
    }

    private Mono<Placement> repeat(Command command) {
        return orders.find(command.orderId())
                .flatMap(order ->
                        order.terms().context().fingerprint().equals(command.fingerprint())
                                ? (command.waits() ? answers.of(order) : present(order))
                                : Mono.error(reused()));
    }

    private static Mono<Placement> present(Order order) {
        return Mono.just(new Placement(order.terms(), order.state().name()));
    }

    private static Problem reused() {
        return new Problem(
                CommonProblem.IDEMPOTENCY_KEY_REUSED, "The key was used with another body");
    }

    private void check(Command command, Quote quote) {
        String seen = command.quote();
        if (seen != null && !seen.equals(quote.hash())) {
            throw new Problem(OrderProblem.QUOTE_CHANGED, "The quote is not valid any more")
                    .with("payableFen", quote.payable().amount())
                    .with("quote", quote.hash());
        }
        if (command.address() == null && needsAddress(quote)) {
            throw new Problem(OrderProblem.ADDRESS_REQUIRED, "Goods need an address");
        }
        quote.lines().stream()
                .map(line -> line.article())
                .filter(article -> isKnownSoldOut(article.stockUnit()))
                .findFirst()
                .ifPresent(article -> {
                    throw new Problem(OrderProblem.SOLD_OUT, "The SKU is sold out")
                            .with("skuId", article.skuId());
                });
    }

    private boolean isKnownSoldOut(@Nullable String unit) {
        return unit != null && gate.isClosed(unit);
    }

    private static boolean needsAddress(Quote quote) {
        return quote.lines().stream().anyMatch(line -> line.article().kind() == LineKind.GOODS);
    }

    private OrderTerms terms(Command command, Quote quote) {
        Instant now = quote.at();
        Address address = command.address();
        return new OrderTerms(
                command.orderId(),
                command.basket().buyer(),
                quote.lines(),
                quote.freight(),
                new OrderTerms.Context(
                        command.fingerprint(),
                        quote.community(),
                        quote.attribution(),
                        address == null ? null : making.seal().seal(address)),
                new OrderTerms.Window(
                        now, now.plus(making.terms().paymentDeadline()), making.terms().grace()));
    }

    /// Whether an answer is there: everything but the state in which the owner is still asked.
    static boolean isAnswered(Name state) {
        return state != Name.PLACING;
    }
}
