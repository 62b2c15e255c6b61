package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.View;
import io.xinqun.kernel.total.journal.JournalEntry;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.journal.SlotProof;
import io.xinqun.kernel.total.journal.Stored;
import io.xinqun.kernel.total.journal.TotalsProof;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every history must leave behind. The journals are replayed here once more, by other code
/// than the product's, and every decision is taken again.
final class TotalsInvariants {

    private final MemoryJournalStore store;
    private final Map<String, Command<StockRule.Request>> commands;
    private final Map<String, Set<Decision>> published;
    private final Map<String, Decision> decided = new HashMap<>();
    private final Map<String, Amounts> totals = new HashMap<>();
    private final Map<String, Item> items = new HashMap<>();
    private final View view =
            new View() {
                @Override
                public Amounts total(String id) {
                    return totals.getOrDefault(id, Amounts.NONE);
                }

                @Override
                public @Nullable Item item(String key) {
                    return items.get(key);
                }
            };

    TotalsInvariants(
            MemoryJournalStore store,
            Map<String, Command<StockRule.Request>> commands,
            Map<String, Set<Decision>> published) {
        this.store = store;
        this.commands = commands;
        this.published = published;
    }

    @Nullable String violation() {
        for (int slot = 0; slot < TotalsWorld.SLOTS.count(); slot++) {
            String wrong = replay(slot);
            wrong = wrong == null ? folded(slot) : wrong;
            if (wrong != null) {
                return wrong + " in slot " + slot;
            }
        }
        String wrong = pieces();
        return wrong == null ? outcomes() : wrong;
    }

    private @Nullable String replay(int slot) {
        long position = 0;
        Instant newest = Instant.EPOCH;
        for (JournalEntry entry : store.journalOf(slot).values()) {
            if (entry.position() != ++position) {
                return "a gap in the journal before " + entry.position();
            }
            for (Decision decision : entry.decisions()) {
                String wrong = replay(decision, newest);
                if (wrong != null) {
                    return wrong;
                }
                newest = newest.isAfter(decision.at()) ? newest : decision.at();
            }
        }
        return null;
    }

    private @Nullable String replay(Decision decision, Instant newest) {
        if (decided.put(decision.commandId(), decision) != null) {
            return "command " + decision.commandId() + " decided twice";
        }
        Command<StockRule.Request> command = commands.get(decision.commandId());
        boolean expired = command.at().isBefore(newest.minus(TotalsWorld.LIMITS.retention()));
        Decision again =
                expired
                        ? Decision.of(command, Decision.EXPIRED)
                        : new StockRule().decide(command, view);
        if (!again.equals(decision)) {
            return "decided " + decision + " where the rule says " + again;
        }
        decision.changes()
                .forEach(change -> totals.merge(change.total(), change.delta(), Amounts::plus));
        decision.items().forEach(item -> items.put(item.key(), item));
        boolean negative =
                totals.values().stream()
                        .anyMatch(total -> total.values().values().stream().anyMatch(v -> v < 0));
        return negative ? "a total below zero" : null;
    }

    private @Nullable String folded(int slot) {
        SlotProof proof = new TotalsProof(store).check(slot);
        if (!proof.holds() || proof.lag() != 0) {
            return "folded totals are not the replay: " + proof;
        }
        for (Map.Entry<String, Item> item : items.entrySet()) {
            SlotKey key = new SlotKey(slot, item.getKey());
            boolean here = TotalsWorld.SLOTS.slotOf(item.getValue().total()) == slot;
            Stored<Item> stored = store.items.get(key);
            if (here && (stored == null || !stored.value().equals(item.getValue()))) {
                return "folded item is not the replay: " + stored;
            }
        }
        for (JournalEntry entry : store.journalOf(slot).values()) {
            for (Decision decision : entry.decisions()) {
                SlotKey key = new SlotKey(slot, decision.commandId());
                if (!decision.equals(store.decisions.get(key))) {
                    return "folded decision is not the journal's: " + decision;
                }
            }
        }
        return null;
    }

    /// Every piece is free, held or sold, exactly once.
    private @Nullable String pieces() {
        long counted = 0;
        for (Decision decision : decided.values()) {
            boolean count = decision.outcome().equals("counted");
            counted += count ? Long.parseLong(decision.facts().get("change")) : 0;
        }
        long found = 0;
        for (Amounts total : totals.values()) {
            found += total.get("free") + total.get("pieces");
        }
        for (Item item : items.values()) {
            found += item.state().equals("held") ? item.amounts().get("quantity") : 0;
        }
        return counted == found ? null : counted + " pieces counted and " + found + " found";
    }

    private @Nullable String outcomes() {
        for (String id : commands.keySet()) {
            Decision decision = decided.get(id);
            if (decision == null) {
                return "command " + id + " was lost";
            }
            if (!Set.of(decision).equals(published.get(id))) {
                return "published " + published.get(id) + " but decided " + decision;
            }
        }
        return decided.size() == commands.size() ? null : "decisions about nothing";
    }
}
