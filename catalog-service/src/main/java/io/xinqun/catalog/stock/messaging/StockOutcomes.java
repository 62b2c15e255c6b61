package io.xinqun.catalog.stock.messaging;

import io.xinqun.catalog.stock.StockDecision;
import io.xinqun.catalog.stock.StockOutcome;
import io.xinqun.catalog.stock.messaging.StockContracts.DecidedContract;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.OutgoingEvent;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells the order (or, for counts, whoever follows the unit) what was decided. A decision is told
/// in the same bytes each time it is asked for again.
public final class StockOutcomes implements Function<Decision, List<OutgoingEvent>> {

    public static final String TOPIC = "catalog.stock-outcome.v1";

    private final String source;

    /// `source` is this program's name in events.
    public StockOutcomes(String source) {
        this.source = source;
    }

    @Override
    public List<OutgoingEvent> apply(Decision decision) {
        StockDecision decided = StockDecision.of(decision);
        String order = decided.orderId();
        String key = order == null ? decided.unit() : order;
        return List.of(new OutgoingEvent(TOPIC, key, event(decided)));
    }

    private Event event(StockDecision decided) {
        return new Event(
                decided.commandId() + ":decided",
                StockContracts.DECIDED,
                source,
                decided.commandId(),
                1,
                decided.commandId(),
                null,
                null,
                decided.at(),
                EventJson.write(data(decided)));
    }

    private static DecidedContract data(StockDecision decided) {
        return new DecidedContract(
                decided.commandId(),
                decided.verb(),
                decided.orderId(),
                decided.unit(),
                moved(decided),
                decided.outcome(),
                decided.free());
    }

    /// Absent where nothing was moved.
    private static @Nullable Long moved(StockDecision decided) {
        boolean nothing =
                decided.quantity() == 0
                        && !Objects.equals(decided.outcome(), StockOutcome.COUNTED.code());
        return nothing ? null : (Long) decided.quantity();
    }
}
