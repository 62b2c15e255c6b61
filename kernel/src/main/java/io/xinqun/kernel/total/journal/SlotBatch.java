package io.xinqun.kernel.total.journal;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.DecisionRule;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.TotalChange;
import io.xinqun.kernel.total.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The commands of one slot on their way through one attempt: what they need is gathered, then they
/// are decided one after the other, each on what the ones before it left. No clock and no I/O.
final class SlotBatch<P> implements View {

    private final int slot;
    private final DecisionRule<P> rule;
    private final List<Command<P>> commands;
    private final Map<String, Amounts> totals = new HashMap<>();
    private final Map<String, @Nullable Item> items = new HashMap<>();
    private final Map<String, Decision> known = new HashMap<>();
    private final Map<String, Amounts> changed = new HashMap<>();
    private final List<Decision> decisions = new ArrayList<>();

    SlotBatch(int slot, DecisionRule<P> rule, List<Command<P>> commands) {
        this.slot = slot;
        this.rule = rule;
        this.commands = List.copyOf(commands);
    }

    int slot() {
        return slot;
    }

    List<Command<P>> commands() {
        return commands;
    }

    Set<String> totalIds() {
        Set<String> ids = new HashSet<>();
        commands.forEach(command -> ids.addAll(rule.totalsOf(command)));
        return ids;
    }

    Set<String> itemKeys() {
        Set<String> keys = new HashSet<>();
        commands.forEach(command -> keys.addAll(rule.itemsOf(command)));
        return keys;
    }

    void haveTotal(String id, Amounts amounts) {
        totals.put(id, amounts);
    }

    void haveItem(String key, @Nullable Item item) {
        items.put(key, item);
    }

    void haveDecision(Decision decision) {
        known.put(decision.commandId(), decision);
    }

    /// What was decided about each command id of this batch, now or earlier.
    Map<String, Decision> known() {
        return known;
    }

    /// The entry to append, or nothing when every command had been decided before.
    @Nullable JournalEntry decide(long position, Instant seen, Duration retention) {
        Instant newest = seen;
        for (Command<P> command : commands) {
            if (known.containsKey(command.id())) {
                continue;
            }
            Decision decision =
                    decide(command, newest.minus(retention)).within(command.traceparent());
            known.put(command.id(), decision);
            decisions.add(decision);
            newest = newest.isAfter(command.at()) ? newest : command.at();
        }
        return decisions.isEmpty()
                ? null
                : new JournalEntry(slot, position, newest, decisions, changed);
    }

    /// Times are those of the records: the same journal refuses the same command at any time of
    /// day.
    private Decision decide(Command<P> command, Instant oldest) {
        if (command.at().isBefore(oldest)) {
            return rule.refuse(command, Decision.EXPIRED);
        }
        try {
            Decision decision = rule.decide(command, this);
            apply(decision);
            return decision;
        } catch (ArithmeticException overflow) {
            return rule.refuse(command, Decision.UNPROCESSABLE);
        }
    }

    /// All sums first, so that an overflow in one of them leaves nothing half done.
    private void apply(Decision decision) {
        Map<String, Amounts> sums = new HashMap<>();
        for (TotalChange change : decision.changes()) {
            Amounts before = sums.getOrDefault(change.total(), total(change.total()));
            sums.put(change.total(), before.plus(change.delta()));
        }
        decision.items().forEach(item -> item(item.key()));
        totals.putAll(sums);
        changed.putAll(sums);
        decision.items().forEach(item -> items.put(item.key(), item));
    }

    @Override
    public Amounts total(String id) {
        Amounts amounts = totals.get(id);
        if (amounts == null) {
            throw new IllegalStateException("the rule did not name the total " + id);
        }
        return amounts;
    }

    @Override
    public @Nullable Item item(String key) {
        if (!items.containsKey(key)) {
            throw new IllegalStateException("the rule did not name the item " + key);
        }
        return items.get(key);
    }
}
