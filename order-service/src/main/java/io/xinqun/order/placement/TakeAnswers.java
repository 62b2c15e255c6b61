package io.xinqun.order.placement;

import io.xinqun.order.order.Change;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.Orders.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Brings the answers of the stock's owners to their orders: many new orders of one unit with one
/// statement, the others one by one.
///
/// State: a repeated answer changes nothing; an order gets all of its units or none, in whatever
/// order the answers come.
public final class TakeAnswers {

    private final Orders orders;
    private final Clock clock;

    public TakeAnswers(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    public Mono<Void> handle(List<StockAnswer> answers) {
        Instant now = clock.instant();
        return Mono.zip(
                        together(Answer.HELD, answers, now),
                        together(Answer.SOLD_OUT, answers, now),
                        (held, soldOut) -> {
                            Set<String> moved = new HashSet<>(held);
                            moved.addAll(soldOut);
                            return moved;
                        })
                .flatMap(moved -> eachAlone(answers, moved, now));
    }

    /// Two answers for one order in a batch mean two units; these need a decision.
    private Mono<List<String>> together(Answer answer, List<StockAnswer> answers, Instant now) {
        Set<String> seen = new HashSet<>();
        Set<String> several = new HashSet<>();
        for (StockAnswer each : answers) {
            if (!seen.add(each.orderId())) {
                several.add(each.orderId());
            }
        }
        List<String> alike =
                answers.stream()
                        .filter(each -> each.answer() == answer && each.isFirst())
                        .map(StockAnswer::orderId)
                        .filter(orderId -> !several.contains(orderId))
                        .toList();
        return alike.isEmpty() ? Mono.just(List.of()) : orders.answerAll(answer, alike, now);
    }

    private Mono<Void> eachAlone(Collection<StockAnswer> answers, Set<String> moved, Instant now) {
        return Flux.fromIterable(answers)
                .filter(each -> !moved.contains(each.orderId()))
                .concatMap(each -> orders.change(each.orderId(), order -> decide(order, each, now)))
                .then();
    }

    private static Optional<Change> decide(Order order, StockAnswer answer, Instant now) {
        return answer.answer() == Answer.HELD
                ? order.held(answer.reference(), answer.unit(), now)
                : order.soldOut(answer.reference(), answer.unit(), now);
    }
}
