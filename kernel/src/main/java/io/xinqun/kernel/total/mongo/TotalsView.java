package io.xinqun.kernel.total.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.Slots;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads what was folded of a set of totals, for web answers and sweepers. A moment behind the
/// journal; whoever needs to decide sends a command.
public final class TotalsView {

    private final MongoDatabase database;
    private final String name;
    private final Slots slots;

    public TotalsView(MongoDatabase database, String name, Slots slots) {
        this.database = database;
        this.name = name;
        this.slots = slots;
    }

    /// Empty when the total was never set.
    public Mono<StoredTotal> total(String id) {
        return Mono.error(new UnsupportedOperationException(name + database + slots + id));
    }

    /// All totals of a name that every slot has for itself (`deposit@0`, `deposit@1` …).
    public Flux<StoredTotal> pinned(String name) {
        return Flux.error(new UnsupportedOperationException(name));
    }

    public Flux<Item> items(String total) {
        return Flux.error(new UnsupportedOperationException(total));
    }

    /// Newest first, older than the place of the cursor.
    public Flux<StoredDecision> decisions(String total, @Nullable String before, int limit) {
        return Flux.error(new UnsupportedOperationException(total + before + limit));
    }

    /// The decision about a command that named this total.
    public Mono<StoredDecision> decision(String total, String commandId) {
        return Mono.error(new UnsupportedOperationException(total + commandId));
    }

    /// Items in this state that are due, the longest waiting first.
    public Flux<Item> itemsDue(String state, Instant before, int limit) {
        return Flux.error(new UnsupportedOperationException(state + before + limit));
    }
}
