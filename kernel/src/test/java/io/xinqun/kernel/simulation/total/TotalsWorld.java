package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.simulation.Chance;
import io.xinqun.kernel.simulation.Coroutine;
import io.xinqun.kernel.simulation.World;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.SlotBehind;
import io.xinqun.kernel.total.Slots;
import io.xinqun.kernel.total.TotalsLimits;
import io.xinqun.kernel.total.journal.Folder;
import io.xinqun.kernel.total.journal.Totals;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two or three owners and two folders at work on the same two slots and the same two versions of
/// the command topic. That is what zombies, rebalances and roll-outs look like.
public final class TotalsWorld extends World {

    static final Slots SLOTS = new Slots(2);

    /// So small that tails are refused, caches overflow and old commands expire all the time.
    static final TotalsLimits LIMITS = new TotalsLimits(6, 1, 2, 200, Duration.ofSeconds(200));

    private static final Set<Integer> BOTH = Set.of(0, 1);

    private final MemoryJournalStore store;
    private final TotalsMistake mistake;
    private final List<CommandTopic> topics = List.of(new CommandTopic(), new CommandTopic());
    private final Map<String, Command<StockRule.Request>> commands = new LinkedHashMap<>();
    private final Map<String, Set<Decision>> published = new HashMap<>();
    private @Nullable String defect;

    public TotalsWorld(long seed, TotalsMistake mistake, boolean recorded) {
        super(seed, recorded);
        this.mistake = mistake;
        this.store = mistake.store(this);
        new CommandScript(chance).write(commands, topics);
        int owners = chance.between(2, 3);
        int[] weights = {8, 5, 5};
        for (int owner = 0; owner < owners; owner++) {
            employ(weights[owner], this::own);
        }
        employ(4, this::fold);
        employ(4, this::fold);
    }

    private void own() {
        Totals<StockRule.Request> totals =
                new Totals<>(mistake.seenBy(this, store), mistake.rule(this), SLOTS, LIMITS);
        while (true) {
            CommandTopic topic = chance.one(topics);
            int generation = topic.generation();
            int start = chance.fault(100) ? 0 : topic.committed();
            List<Command<StockRule.Request>> batch = topic.read(start, chance.between(1, 5));
            Coroutine.pause();
            if (batch.isEmpty()) {
                continue;
            }
            if (mistake == TotalsMistake.COMMIT_BEFORE_DECIDING) {
                topic.commit(generation, start + batch.size());
                Coroutine.pause();
            }
            List<Decision> decisions = decide(totals, batch);
            if (decisions != null) {
                for (Decision decision : decisions) {
                    publish(decision);
                    Coroutine.pause();
                }
                topic.commit(generation, start + batch.size());
            }
            disturb(totals, topic);
        }
    }

    /// Null when the batch is given up, for somebody to read it again.
    private @Nullable List<Decision> decide(
            Totals<StockRule.Request> totals, List<Command<StockRule.Request>> batch) {
        while (true) {
            try {
                return totals.process(batch);
            } catch (Chance.Outage | SlotBehind again) {
                Coroutine.pause();
                if (chance.fault(300)) {
                    return null;
                }
            } catch (IllegalStateException defective) {
                defect = "the owner failed: " + defective.getMessage();
                return null;
            }
        }
    }

    /// Partitions move, and a topic is lost and filled again.
    private void disturb(Totals<StockRule.Request> totals, CommandTopic topic) {
        if (chance.fault(100)) {
            totals.forget(Set.of(chance.below(SLOTS.count())));
        }
        if (chance.fault(10)) {
            topic.recreate();
        }
    }

    void publish(Decision decision) {
        note(() -> "published " + decision);
        published.computeIfAbsent(decision.commandId(), id -> new HashSet<>()).add(decision);
    }

    private void fold() {
        Folder folder = new Folder(mistake.foldedBy(this, store));
        while (true) {
            Coroutine.pause();
            try {
                folder.fold(chance.perMille(500) ? BOTH : Set.of(chance.below(SLOTS.count())));
            } catch (Chance.Outage again) {
                Coroutine.pause();
            }
        }
    }

    @Override
    protected void killed(int worker) {
        // Workers share nothing but the store.
    }

    @Override
    protected boolean isCalm() {
        return defect != null
                || topics.stream().allMatch(CommandTopic::isRead) && everythingIsFolded();
    }

    private boolean everythingIsFolded() {
        return BOTH.stream()
                .allMatch(slot ->
                        store.journalOf(slot).isEmpty()
                                || store.checkpoints.containsKey(slot)
                                        && store.checkpoints.get(slot).position()
                                                >= store.journalOf(slot).lastKey());
    }

    @Override
    protected @Nullable String violation() {
        return defect != null
                ? defect
                : new TotalsInvariants(store, commands, published).violation();
    }
}
