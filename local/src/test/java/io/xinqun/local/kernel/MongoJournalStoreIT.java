package io.xinqun.local.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.Slots;
import io.xinqun.kernel.total.TotalsLimits;
import io.xinqun.kernel.total.journal.Checkpoint;
import io.xinqun.kernel.total.journal.Folder;
import io.xinqun.kernel.total.journal.JournalEntry;
import io.xinqun.kernel.total.journal.SlotKey;
import io.xinqun.kernel.total.journal.SlotProof;
import io.xinqun.kernel.total.journal.Stored;
import io.xinqun.kernel.total.journal.Totals;
import io.xinqun.kernel.total.journal.TotalsProof;
import io.xinqun.kernel.total.mongo.MongoJournalStore;
import io.xinqun.kernel.total.mongo.StoredDecision;
import io.xinqun.kernel.total.mongo.TotalsView;
import io.xinqun.local.testing.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoJournalStoreIT {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AtomicInteger RUN = new AtomicInteger();
    private static MongoClient client;

    private MongoDatabase database;
    private String name;
    private MongoJournalStore store;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(Platform.shared().mongodbUri());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @BeforeEach
    void open() {
        database = client.getDatabase(Platform.shared().database(MongoJournalStoreIT.class));
        name = "pieces" + RUN.incrementAndGet() + "x" + System.nanoTime();
        store = MongoJournalStore.open(database, name, Slots.DEFAULT.count());
    }

    @Test
    void a_decision_keeps_the_trace_of_its_command_and_repeats_it() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Command<PiecesRule.Request> count = command("count", "S3:main:base", "count", "", 3);
        owner().process(List.of(count.within(trace)));
        assertThat(owner().process(List.of(count)).getFirst().traceparent()).isEqualTo(trace);
        fold();
        assertThat(view().decision("S3:main:base", "count").block().decision().traceparent())
                .isEqualTo(trace);
    }

    @Test
    void a_position_is_taken_once_and_the_other_slots_of_the_batch_are_appended() {
        assertThat(store.append(List.of(entry(3, 1, "a")))).isEmpty();
        assertThat(store.append(List.of(entry(3, 1, "b"), entry(4, 1, "c")))).containsOnly(3);
        assertThat(store.journalAfter(3, 0, 10)).containsExactly(entry(3, 1, "a"));
        assertThat(store.journalAfter(4, 0, 10)).containsExactly(entry(4, 1, "c"));
        assertThat(store.append(List.of(entry(4, 1, "d")))).containsOnly(4);
    }

    @Test
    void the_journal_is_read_in_order_and_only_behind_the_position() {
        for (int position = 1; position <= 12; position++) {
            store.append(List.of(entry(5, position, "c" + position)));
        }
        assertThat(store.journalAfter(5, 9, 2))
                .extracting(JournalEntry::position)
                .containsExactly(10L, 11L);
        assertThat(store.journalAfter(5, 12, 10)).isEmpty();
    }

    @Test
    void many_slots_are_read_together_each_to_its_own_end() {
        for (int position = 1; position <= 300; position++) {
            store.append(List.of(entry(8, position, "c" + position)));
        }
        store.append(List.of(entry(9, 1, "d")));
        Map<Integer, List<JournalEntry>> read =
                store.journalsAfter(Map.of(8, 7L, 9, 0L, 10, 0L), 290);
        assertThat(read.get(8))
                .extracting(JournalEntry::position)
                .hasSize(290)
                .startsWith(8L, 9L)
                .endsWith(296L, 297L)
                .isSorted();
        assertThat(read.get(9)).containsExactly(entry(9, 1, "d"));
        assertThat(read.get(10)).isEmpty();
    }

    @Test
    void what_stands_behind_a_gap_is_not_read() {
        store.append(List.of(entry(6, 1, "a")));
        store.append(List.of(entry(6, 3, "c")));
        assertThat(store.journalAfter(6, 0, 10))
                .extracting(JournalEntry::position)
                .containsExactly(1L);
    }

    @Test
    void totals_items_decisions_and_checkpoints_only_go_forward() {
        SlotKey key = new SlotKey(7, "S1:main:base");
        Item taken = new Item("o1", key.key(), "taken", Amounts.of("pieces", 1), NOON, Map.of());
        Item given = taken.withState("given").withDue(null);
        for (long position : new long[] {2, 5, 3}) {
            store.foldTotals(Map.of(key, new Stored<>(position, Amounts.of("free", position))));
            Item item = position == 5 ? given : taken;
            store.foldItems(Map.of(new SlotKey(7, "o1"), new Stored<>(position, item)));
            store.advance(List.of(new Checkpoint(7, position, NOON.plusSeconds(position))));
        }
        assertThat(store.totals(Set.of(key))).containsEntry(key, stored(5, Amounts.of("free", 5)));
        assertThat(store.items(Set.of(new SlotKey(7, "o1"))))
                .containsEntry(new SlotKey(7, "o1"), stored(5, given));
        assertThat(store.checkpoints(Set.of(7, 8)))
                .containsOnly(Map.entry(7, new Checkpoint(7, 5, NOON.plusSeconds(5))));

        store.foldDecisions(List.of(entry(7, 1, "c1")));
        store.foldDecisions(List.of(entry(7, 2, "c1"), entry(7, 3, "c2")));
        assertThat(store.decisions(Set.of(new SlotKey(7, "c1"), new SlotKey(7, "c2")))).hasSize(2);
    }

    @Test
    void a_deployment_keeps_the_number_of_slots_it_was_born_with() {
        assertThatThrownBy(() -> MongoJournalStore.open(database, name, 32))
                .hasMessageContaining("was born with 64 slots");
    }

    @Test
    void two_owners_and_a_folder_at_once_sell_ten_pieces_ten_times() throws Exception {
        String unit = "S1:main:base";
        owner().process(List.of(command("count", unit, "count", "", 10)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> folding =
                    threads.submit(() -> {
                        while (!Thread.currentThread().isInterrupted()) {
                            fold();
                        }
                    });
            Callable<List<Decision>> buying = () -> buyAll(unit);
            Future<List<Decision>> first = threads.submit(buying);
            Future<List<Decision>> second = threads.submit(buying);
            List<Decision> mine = first.get(60, TimeUnit.SECONDS);
            assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo(mine);
            assertThat(mine).filteredOn(made -> made.outcome().equals("taken")).hasSize(10);
            folding.cancel(true);
        }
        fold();
        SlotProof proof = new TotalsProof(store).check(Slots.DEFAULT.slotOf(unit));
        assertThat(proof.holds()).as(proof.toString()).isTrue();
        assertThat(proof.lag()).isZero();
        assertThat(proof.decisions()).isEqualTo(201);
        assertThat(view().total(unit).block().amounts()).isEqualTo(Amounts.of("free", 0));
        assertThat(view().items(unit).collectList().block()).hasSize(10);
    }

    @Test
    void the_view_shows_totals_items_that_are_due_and_decisions_page_by_page() {
        String unit = "S2:main:base";
        Totals<PiecesRule.Request> owner = owner();
        owner.process(List.of(command("count", unit, "count", "", 3)));
        owner.process(
                List.of(
                        command("t1", unit, "take", "o1", 1),
                        command("t2", unit, "take", "o2", 1)));
        owner.process(List.of(command("g1", unit, "give", "o1", 0)));
        fold();

        assertThat(view().itemsDue("taken", NOON.plusSeconds(3600), 10).collectList().block())
                .extracting(Item::key)
                .containsExactly("o2|" + unit);
        assertThat(view().itemsDue("taken", NOON, 10).collectList().block()).isEmpty();
        List<StoredDecision> page = view().decisions(unit, null, 2).collectList().block();
        assertThat(page).extracting(d -> d.decision().commandId()).containsExactly("g1", "t2");
        assertThat(view().decisions(unit, page.getLast().place(), 9).collectList().block())
                .extracting(d -> d.decision().commandId())
                .containsExactly("t1", "count");
        assertThat(view().decision(unit, "t1").block().decision().facts())
                .containsEntry("order", "o1");
        assertThat(view().item(unit, "o1|" + unit).block().due()).isNull();
        String house = Slots.DEFAULT.pinned("deposit", 9);
        owner.process(List.of(command("house", house, "count", "", 7)));
        fold();
        assertThat(view().pinned("deposit").collectList().block())
                .extracting(total -> total.amounts().get("free"))
                .containsExactly(7L);
    }

    private List<Decision> buyAll(String unit) {
        Totals<PiecesRule.Request> owner = owner();
        List<Decision> decisions = new ArrayList<>();
        for (int batch = 0; batch < 20; batch++) {
            List<Command<PiecesRule.Request>> commands = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String order = "o" + (batch * 10 + i);
                commands.add(command("take:" + order, unit, "take", order, 1));
            }
            decisions.addAll(owner.process(commands));
        }
        return decisions;
    }

    private void fold() {
        new Folder(store)
                .fold(
                        IntStream.range(0, Slots.DEFAULT.count())
                                .boxed()
                                .collect(Collectors.toSet()));
    }

    private Totals<PiecesRule.Request> owner() {
        return new Totals<>(store, new PiecesRule(), Slots.DEFAULT, TotalsLimits.DEFAULT);
    }

    private TotalsView view() {
        return new TotalsView(database, name, Slots.DEFAULT);
    }

    private static Command<PiecesRule.Request> command(
            String id, String unit, String verb, String order, long pieces) {
        return new Command<>(id, unit, NOON, new PiecesRule.Request(verb, order, pieces));
    }

    private static JournalEntry entry(int slot, long position, String commandId) {
        Decision decision =
                new Decision(commandId, "ok", List.of(), List.of(), NOON, Map.of("n", "1"));
        return new JournalEntry(slot, position, NOON, List.of(decision), Map.of());
    }

    private static <T> Stored<T> stored(long position, T value) {
        return new Stored<>(position, value);
    }
}
