package io.xinqun.catalog.feed;

import io.xinqun.catalog.feed.item.FeedCode;
import io.xinqun.catalog.feed.item.FeedItem;
import io.xinqun.catalog.feed.item.FeedVerdict;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Product.DetailsSource;
import io.xinqun.catalog.model.product.Product.Revision;
import io.xinqun.catalog.model.product.ProductChange;
import io.xinqun.catalog.model.product.ProductEvent;
import io.xinqun.catalog.model.product.ProductEvent.Cause;
import io.xinqun.catalog.model.product.ProductState;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.catalog.model.product.StockCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes the items of a feed into one product, one after the other.
///
/// Per SKU the highest feed version holds: an older one is stale, the same one with the same
/// content changes nothing, the same one with other content is refused, so whatever the order of
/// arrival, the same offer comes out. A count is ordered by its own moment: it is taken when it is
/// newer than the last one, even if the item that brings it is stale. The details of the product
/// are those of [DetailsSource].
///
/// State: used by one thread for one attempt to write one product.
final class FeedTake {

    private static final Comparator<Sku> BY_CODE = Comparator.comparing(Sku::supplierSku);

    private final @Nullable Product before;
    private @Nullable Product now;
    private boolean offerChanged;
    private final Map<String, ProductEvent> counts = new HashMap<>();
    private final Set<String> added = new HashSet<>();

    FeedTake(@Nullable Product before) {
        this.before = before;
        this.now = before;
    }

    FeedVerdict take(String supplier, FeedItem item) {
        Optional<Sku> known = now == null ? Optional.empty() : now.sku(item.supplierSku());
        FeedVerdict conflict = conflict(item, known);
        if (conflict != null) {
            return conflict;
        }
        boolean newer = known.isEmpty() || item.version() > known.get().version();
        StockCount count = newerCount(item, known);
        if (!newer && count == null) {
            boolean same = item.version() == known.get().version();
            return same ? FeedVerdict.UNCHANGED : FeedVerdict.STALE;
        }
        Sku sku = newer ? sku(supplier, item, known) : known.get();
        Sku counted = count == null ? sku : sku.withStock(count);
        now = now == null ? created(supplier, item, counted) : changed(now, item, counted);
        offerChanged |= newer;
        if (known.isEmpty()) {
            added.add(sku.id());
        }
        if (count != null) {
            counts.put(sku.id(), new ProductEvent.StockCounted(sku.id(), item.version(), count));
        }
        return FeedVerdict.ACCEPTED;
    }

    /// The SKUs that this product did not list before, by id.
    Set<String> added() {
        return added;
    }

    /// Whether all its new SKUs are claimed for the product.
    boolean ownsAll(String product, Map<String, String> owners) {
        return added.stream().allMatch(sku -> product.equals(owners.get(sku)));
    }

    /// The change to write; empty where nothing changes.
    Optional<ProductChange> change(Instant at) {
        Product after = now;
        if (after == null || (!offerChanged && counts.isEmpty())) {
            return Optional.empty();
        }
        List<ProductEvent> events = new ArrayList<>();
        if (offerChanged) {
            events.add(new ProductEvent.OfferChanged());
        }
        events.addAll(counts.values());
        Product dated = before == null ? after.withRevision(new Revision(0, 0, at, at)) : after;
        return Optional.of(new ProductChange(dated, events, Cause.FEED, at));
    }

    private @Nullable FeedVerdict conflict(FeedItem item, Optional<Sku> known) {
        Product product = now;
        if (product != null && product.details().kind() != item.details().kind()) {
            return FeedVerdict.refused(
                    FeedCode.KIND_CHANGED,
                    "kind",
                    "the product is " + product.details().kind().code());
        }
        if (known.isEmpty()) {
            return product != null && product.skus().size() >= Product.MAXIMUM_SKUS
                    ? FeedVerdict.refused(
                            FeedCode.TOO_MANY_SKUS,
                            "product",
                            "a product has at most " + Product.MAXIMUM_SKUS + " SKUs")
                    : null;
        }
        return conflict(item, known.get());
    }

    private static @Nullable FeedVerdict conflict(FeedItem item, Sku known) {
        if (item.version() == known.version() && !item.content().equals(known.content())) {
            return FeedVerdict.refused(
                    FeedCode.VERSION_REUSED,
                    "version",
                    "version " + item.version() + " was used for other content");
        }
        StockCount fed = item.stock();
        StockCount last = known.stock();
        boolean reused =
                fed != null
                        && last != null
                        && fed.countedAt().equals(last.countedAt())
                        && fed.count() != last.count();
        return reused
                ? FeedVerdict.refused(
                        FeedCode.COUNT_REUSED,
                        "stock.countedAt",
                        "another count of this moment is known")
                : null;
    }

    private static @Nullable StockCount newerCount(FeedItem item, Optional<Sku> known) {
        StockCount fed = item.stock();
        StockCount last = known.map(Sku::stock).orElse(null);
        return fed != null && (last == null || fed.countedAt().isAfter(last.countedAt()))
                ? fed
                : null;
    }

    private static Sku sku(String supplier, FeedItem item, Optional<Sku> known) {
        return new Sku(
                Product.skuIdOf(supplier, item.supplierSku()),
                item.supplierSku(),
                item.version(),
                item.content(),
                item.terms(),
                known.map(Sku::stock).orElse(null));
    }

    private static Product created(String supplier, FeedItem item, Sku sku) {
        return new Product(
                Product.idOf(supplier, item.product()),
                supplier,
                item.product(),
                ProductState.DRAFT,
                false,
                item.details(),
                new DetailsSource(item.version(), item.supplierSku()),
                List.of(sku),
                new Revision(0, 0, Instant.EPOCH, Instant.EPOCH));
    }

    private static Product changed(Product product, FeedItem item, Sku sku) {
        List<Sku> skus = new ArrayList<>(product.skus());
        skus.removeIf(other -> other.id().equals(sku.id()));
        skus.add(sku);
        skus.sort(BY_CODE);
        DetailsSource source = new DetailsSource(item.version(), item.supplierSku());
        boolean leads = source.compareTo(product.source()) > 0;
        return new Product(
                product.id(),
                product.supplier(),
                product.code(),
                product.state(),
                product.hidden(),
                leads ? item.details() : product.details(),
                leads ? source : product.source(),
                skus,
                product.revision());
    }
}
