package io.xinqun.order.order;

import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.line.Attribution;
import io.xinqun.order.order.line.OrderLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was agreed when the order was placed. It never changes.
///
/// Shape: 1..50 lines; `sealedAddress` is encrypted and there when a line is goods. Units: fen.
public record OrderTerms(
        String orderId,
        String buyer,
        List<OrderLine> lines,
        Fen freight,
        Context context,
        Window window) {

    public OrderTerms {
        lines = List.copyOf(lines);
    }

    /// Where the order came from and where it goes; `fingerprint` is of the request that made it.
    public record Context(
            String fingerprint,
            @Nullable String community,
            @Nullable Attribution attribution,
            @Nullable String sealedAddress) {}

    /// The time to pay. The stock is held for `grace` longer, so that a payment of the last second
    /// finds it.
    public record Window(Instant placedAt, Instant expiresAt, Duration grace) {

        public Instant heldUntil() {
            return expiresAt.plus(grace);
        }

        /// Whether stock that was taken at placing can still be relied on. Half of the grace is
        /// left for the confirm command to reach the owner.
        public boolean isCertainAt(Instant now) {
            return now.isBefore(expiresAt.plus(grace.dividedBy(2)));
        }
    }

    public Fen goods() {
        return lines.stream().map(OrderLine::paid).reduce(Fen.ZERO, Fen::plus);
    }

    public Fen payable() {
        return goods().plus(freight);
    }

    /// What the order asks of the stock's owners: each unit once.
    List<Hold> holds() {
        Map<String, Long> quantities = new TreeMap<>();
        for (OrderLine line : lines) {
            String unit = line.article().stockUnit();
            if (unit != null) {
                quantities.merge(unit, line.quantity(), Math::addExact);
            }
        }
        return quantities.entrySet().stream()
                .map(each -> new Hold(each.getKey(), each.getValue(), false))
                .toList();
    }
}
