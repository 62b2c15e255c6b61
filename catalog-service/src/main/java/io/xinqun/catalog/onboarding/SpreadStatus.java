package io.xinqun.catalog.onboarding;

import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.ProductChange;
import io.xinqun.catalog.model.product.ProductEvent.Cause;
import io.xinqun.catalog.model.product.ProductEvent.OfferChanged;
import io.xinqun.catalog.model.product.Products;
import io.xinqun.catalog.model.supplier.Supplier;
import io.xinqun.catalog.model.supplier.Suppliers;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Carries a supplier's suspension, or its end, to all its products, each with its new offer.
///
/// Shape: 500 products a step, until none is left. State: the supplier's `spread` stays until that
/// is so; a crash in between goes on where it was, and a product that was changed meanwhile is
/// decided again.
public final class SpreadStatus {

    private static final int STEP = 500;
    private static final int SUPPLIERS_AT_ONCE = 10;

    private final Suppliers suppliers;
    private final Products products;
    private final Clock clock;

    public SpreadStatus(Suppliers suppliers, Products products, Clock clock) {
        this.suppliers = suppliers;
        this.products = products;
        this.clock = clock;
    }

    public Mono<Void> handle() {
        return suppliers
                .spreading(SUPPLIERS_AT_ONCE)
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::spread)
                .then();
    }

    private Mono<Void> spread(Supplier supplier) {
        boolean hidden = !supplier.isActive();
        return step(supplier.id(), hidden)
                .repeat()
                .takeWhile(changed -> changed > 0)
                .then(Mono.defer(() -> suppliers.save(supplier.withSpreadDone())))
                .then();
    }

    private Mono<Integer> step(String supplier, boolean hidden) {
        return products.notYet(supplier, hidden, STEP)
                .flatMap(found -> {
                    List<ProductChange> changes =
                            found.stream().map(product -> change(product, hidden)).toList();
                    return products.save(changes).thenReturn(changes.size());
                });
    }

    private ProductChange change(Product product, boolean hidden) {
        return new ProductChange(
                product.withHidden(hidden),
                List.of(new OfferChanged()),
                new Cause(null, null, "supplier-status"),
                clock.instant());
    }
}
