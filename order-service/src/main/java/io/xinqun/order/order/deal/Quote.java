package io.xinqun.order.order.deal;

import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.line.Attribution;
import io.xinqun.order.order.line.OrderLine;
import io.xinqun.order.order.line.PriceReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a basket costs and how its money is split. The same for a quote and for the order.
///
/// Shape: `reason` is the code of why the link counts or does not; `at` is the moment whose plans
/// it was split by, and an order of it is placed at that moment; `hash` is of everything that the
/// buyer sees. Units: fen.
public record Quote(
        List<OrderLine> lines,
        Fen freight,
        @Nullable String community,
        @Nullable Attribution attribution,
        PriceReason reason,
        Instant at,
        String hash) {

    public Quote {
        lines = List.copyOf(lines);
    }

    public Fen goods() {
        return lines.stream().map(OrderLine::paid).reduce(Fen.ZERO, Fen::plus);
    }

    public Fen payable() {
        return goods().plus(freight);
    }
}
