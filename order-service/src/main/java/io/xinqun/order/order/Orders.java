package io.xinqun.order.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All orders.
///
/// State: every write is one conditional step on one document, with its events inside.
public interface Orders {

    /// Saves a new order; empty when there is one of this id already.
    Mono<Order> place(Change placed);

    Mono<Order> find(String orderId);

    /// Decides on the newest form of the order and writes what was decided, again if somebody else
    /// was faster. An empty decision changes nothing.
    ///
    /// Returns the order as it is afterwards; empty when there is none.
    Mono<Order> change(String orderId, Function<Order, Optional<Change>> decision);

    /// Newest first.
    Flux<Order> ofBuyer(String buyer, @Nullable Position after, int limit);

    /// Orders with something to do, the longest overdue first.
    Flux<String> due(Deadline deadline, Instant now, int limit);

    /// Gives one answer to many new orders that asked for a single unit: one statement for all.
    ///
    /// Returns those that have this answer now; the others need a decision of their own.
    Mono<List<String>> answerAll(Answer answer, List<String> orderIds, Instant now);

    /// What the owner of a unit said to a reserve.
    enum Answer {
        HELD,
        SOLD_OUT
    }

    /// A place in the list of a buyer's orders.
    record Position(Instant placedAt, String orderId) {}

    /// The durable deadlines, each an index.
    enum Deadline {
        RESEND,
        EXPIRY,
        QUERY,
        REFUND
    }
}
