package io.xinqun.commission.ledger.posting;

import io.xinqun.commission.ledger.Entry;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.Slots;
import io.xinqun.kernel.total.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The ledger without a store: the rule on totals and items in memory, an entry decided once.
public final class MemoryLedger implements View {

    public final Map<String, Amounts> totals = new TreeMap<>();
    public final Map<String, Item> items = new TreeMap<>();
    public final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final LedgerRule rule = new LedgerRule(new LedgerTotals(Slots.DEFAULT));

    public Decision post(Entry entry) {
        Decision known = decisions.get(entry.id());
        if (known != null) {
            return known;
        }
        Command<Entry> command = new Command<>(entry.id(), entry.slotKey(), entry.at(), entry);
        Decision decision = rule.decide(command, new Declared(command));
        decision.changes().forEach(c -> totals.merge(c.total(), c.delta(), Amounts::plus));
        decision.items().forEach(item -> items.put(item.key(), item));
        decisions.put(entry.id(), decision);
        return decision;
    }

    @Override
    public Amounts total(String id) {
        return totals.getOrDefault(id, Amounts.NONE);
    }

    @Override
    public @Nullable Item item(String key) {
        return items.get(key);
    }

    /// The sum of an account over all slots.
    public long account(String name, String amount) {
        return totals.entrySet().stream()
                .filter(total -> LedgerTotals.accountOf(total.getKey()).text().equals(name))
                .mapToLong(total -> total.getValue().get(amount))
                .sum();
    }

    public long balance(String houseAccount) {
        return account(houseAccount, LedgerTotals.BALANCE);
    }

    public long sumOfEverything() {
        return totals.entrySet().stream()
                .mapToLong(total -> LedgerTotals.signedSum(total.getKey(), total.getValue()))
                .sum();
    }

    /// Shows the rule only what it has declared.
    private final class Declared implements View {
        private final Command<Entry> command;

        private Declared(Command<Entry> command) {
            this.command = command;
        }

        @Override
        public Amounts total(String id) {
            if (!rule.totalsOf(command).contains(id)) {
                throw new AssertionError("not declared: " + id);
            }
            return MemoryLedger.this.total(id);
        }

        @Override
        public @Nullable Item item(String key) {
            if (!rule.itemsOf(command).contains(key)) {
                throw new AssertionError("not declared: " + key);
            }
            return MemoryLedger.this.item(key);
        }
    }
}
