package io.xinqun.catalog.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xinqun.catalog.listing.StockLevels;
import io.xinqun.catalog.stock.StockAmounts;
import io.xinqun.kernel.total.mongo.StoredTotal;
import io.xinqun.kernel.total.mongo.TotalsView;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/// Sold out or not, as the folded totals said within the last second. A unit that nobody has
/// counted has nothing to sell.
public final class CachedStockLevels implements StockLevels {

    /// A shop window may be a second late; the owner decides anyway.
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int UNITS = 50_000;

    private final TotalsView view;
    private final Cache<String, Boolean> soldOut =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(UNITS).build();

    public CachedStockLevels(TotalsView view) {
        this.view = view;
    }

    @Override
    public Mono<Set<String>> soldOut(Collection<String> units) {
        List<String> unknown =
                units.stream().filter(unit -> soldOut.getIfPresent(unit) == null).toList();
        Mono<Set<String>> known = Mono.fromSupplier(() -> among(units));
        return unknown.isEmpty() ? known : load(unknown).then(known);
    }

    private Mono<Void> load(List<String> units) {
        return view.totals(units)
                .filter(total -> total.amounts().get(StockAmounts.FREE) > 0)
                .map(StoredTotal::total)
                .collect(Collectors.toSet())
                .doOnNext(left -> units.forEach(unit -> soldOut.put(unit, !left.contains(unit))))
                .then();
    }

    private Set<String> among(Collection<String> units) {
        Set<String> found = new HashSet<>();
        for (String unit : units) {
            if (Boolean.TRUE.equals(soldOut.getIfPresent(unit))) {
                found.add(unit);
            }
        }
        return found;
    }
}
