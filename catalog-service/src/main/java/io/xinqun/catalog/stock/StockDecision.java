package io.xinqun.catalog.stock;

import io.xinqun.kernel.total.Decision;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A decision about stock in its own words.
///
/// Shape: `quantity` is what it moved, `free` what was free right after it.
public record StockDecision(
        String commandId,
        String verb,
        @Nullable String orderId,
        String unit,
        String outcome,
        long quantity,
        long free,
        Instant at) {

    public static StockDecision of(Decision decision) {
        Map<String, String> facts = decision.facts();
        return new StockDecision(
                decision.commandId(),
                facts.getOrDefault(StockRule.VERB, ""),
                facts.get(StockRule.ORDER),
                facts.getOrDefault(StockRule.UNIT, ""),
                decision.outcome(),
                number(facts, StockRule.QUANTITY),
                number(facts, StockRule.FREE_AFTER),
                decision.at());
    }

    private static long number(Map<String, String> facts, String name) {
        return Long.parseLong(facts.getOrDefault(name, "0"));
    }
}
