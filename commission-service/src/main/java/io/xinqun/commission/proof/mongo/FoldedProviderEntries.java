package io.xinqun.commission.proof.mongo;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.ledger.HouseAccount;
import io.xinqun.commission.ledger.posting.EntryFacts;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.commission.proof.ProviderEntries;
import io.xinqun.commission.proof.ProviderLine;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.mongo.BlockingMongo;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.TotalChange;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.journal.SlotKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Our entries about money at the provider, from the folded decisions: by id, since they are in the
/// slot of the transaction, and by the provider's time through a sparse index.
public final class FoldedProviderEntries implements ProviderEntries {

    private static final String MOVED = "facts." + EntryFacts.MOVED;
    private static final String COMMAND = "command";

    private final MongoCollection<Document> decisions;
    private final JournalStore store;
    private final LedgerTotals totals;

    public FoldedProviderEntries(
            MongoDatabase database, String ledger, JournalStore store, LedgerTotals totals) {
        this.decisions = database.getCollection(ledger + ".decisions");
        this.store = store;
        this.totals = totals;
    }

    /// Blocking; at start.
    public void createIndexes() {
        BlockingMongo.first(
                decisions.createIndex(new Document(MOVED, 1), new IndexOptions().sparse(true)));
    }

    @Override
    public Mono<Map<String, Fen>> about(List<ProviderLine> lines) {
        Set<SlotKey> keys = new HashSet<>();
        for (ProviderLine line : lines) {
            int slot = totals.slotOf(line.transactionId());
            keys.add(new SlotKey(slot, line.moneyEntry()));
            keys.add(new SlotKey(slot, line.feeEntry()));
        }
        return Mono.fromCallable(() -> amounts(store.decisions(keys)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Map<String, Fen> amounts(Map<SlotKey, Decision> decisions) {
        Map<String, Fen> amounts = new HashMap<>();
        for (Decision decision : decisions.values()) {
            for (TotalChange change : decision.changes()) {
                if (LedgerTotals.accountOf(change.total()) == HouseAccount.CLEARING_WECHAT) {
                    long amount = Math.absExact(change.delta().get(LedgerTotals.BALANCE));
                    amounts.put(decision.commandId(), Fen.of(amount));
                }
            }
        }
        return amounts;
    }

    @Override
    public Flux<MovedEntry> moved(Instant from, Instant until) {
        Document span =
                new Document("$gte", EntryFacts.moved(from)).append("$lt", EntryFacts.moved(until));
        return Flux.from(
                        decisions
                                .find(new Document(MOVED, span).append("outcome", "posted"))
                                .projection(new Document(COMMAND, 1).append(MOVED, 1)))
                .map(FoldedProviderEntries::moved);
    }

    private static MovedEntry moved(Document document) {
        String millis = document.get("facts", Document.class).getString(EntryFacts.MOVED);
        return new MovedEntry(
                document.getString(COMMAND), Instant.ofEpochMilli(Long.parseLong(millis)));
    }
}
