package io.xinqun.catalog.stock;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.View;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The totals of the stock rule in memory: applies each decision and checks what must always hold.
final class StockShelf implements View {

    static final String UNIT = "sku1:main:base";
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final StockRule rule = new StockRule();
    private final Map<String, Amounts> totals = new HashMap<>();
    private final Map<String, Item> items = new HashMap<>();
    private int commands;

    @Override
    public Amounts total(String id) {
        return totals.getOrDefault(id, Amounts.NONE);
    }

    @Override
    public Item item(String key) {
        return items.get(key);
    }

    /// Decides as the owner would, under a fresh id.
    Decision decide(StockCommand payload, Instant at) {
        Command<StockCommand> command =
                new Command<>("c" + commands++, payload.unit(), at, payload);
        Decision decision = rule.decide(command, this);
        decision.changes()
                .forEach(change -> totals.merge(change.total(), change.delta(), Amounts::plus));
        decision.items().forEach(item -> items.put(item.key(), item));
        if (!StockAmounts.holds(total(UNIT))) {
            throw new AssertionError(payload + " broke the identity: " + total(UNIT));
        }
        return decision;
    }

    String count(long count, Instant countedAt) {
        return decide(new StockCommand.Count(UNIT, count, countedAt), countedAt).outcome();
    }

    String reserve(String order, long quantity) {
        Instant due = NOON.plusSeconds(1_800);
        return decide(new StockCommand.Reserve(order, UNIT, quantity, due), NOON).outcome();
    }

    String confirm(String order) {
        return confirm(order, NOON);
    }

    String confirm(String order, Instant at) {
        return decide(new StockCommand.Confirm(order, UNIT), at).outcome();
    }

    String release(String order) {
        return decide(new StockCommand.Release(order, UNIT, "expired"), NOON).outcome();
    }

    long free() {
        return total(UNIT).get(StockAmounts.FREE);
    }

    long held() {
        return total(UNIT).get(StockAmounts.HELD);
    }

    long sold() {
        return total(UNIT).get(StockAmounts.SOLD);
    }

    long missing() {
        return total(UNIT).get(StockAmounts.SHORT);
    }
}
