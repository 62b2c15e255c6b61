package io.xinqun.order.store;

import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxTemplate;
import io.xinqun.order.order.Change;
import io.xinqun.order.order.Orders.Answer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a step writes into the outbox of its document.
public interface OrderOutgoing {

    /// What a buyer does is told in the trace of his request, everything else in the one in which
    /// the order was placed.
    List<OutboxEntry> entries(Change change, @Nullable String placedIn);

    /// The event of an answer, the same for every order that gets it.
    OutboxTemplate template(Answer answer, long sequence, Instant now);
}
