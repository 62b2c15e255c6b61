package io.xinqun.catalog.stock;

import io.xinqun.catalog.stock.StockBooks.Replay;
import io.xinqun.catalog.stock.StockBooks.StockSum;
import reactor.core.publisher.Mono;

/// Proves the books of stock: what was folded is what a replay of the journal gives, and for every
/// unit on hand = free + held + sold.
///
/// State: each unit is compared at the position it was folded to; `lag` entries are behind that.
public final class ProveStock {

    private final StockBooks books;

    public ProveStock(StockBooks books) {
        this.books = books;
    }

    public Mono<StockProof> handle() {
        return Mono.zip(books.replay(), books.sum(), StockProof::new);
    }

    /// The proof. It holds when nothing differs and nothing is violated.
    public record StockProof(Replay replay, StockSum sum) {

        public boolean holds() {
            return replay.differences().isEmpty() && sum.violations().isEmpty();
        }
    }
}
