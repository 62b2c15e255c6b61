package io.xinqun.catalog.onboarding;

import io.xinqun.catalog.model.supplier.Supplier;
import io.xinqun.catalog.model.supplier.SupplierStatus;
import io.xinqun.catalog.model.supplier.Suppliers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import reactor.core.publisher.Mono;

/// Takes a supplier in, active from the start.
///
/// State: the id is derived from the request's idempotency key where it had one; the same again
/// answers the supplier that is there.
public final class CreateSupplier {

    private final Suppliers suppliers;
    private final Clock clock;

    public CreateSupplier(Suppliers suppliers, Clock clock) {
        this.suppliers = suppliers;
        this.clock = clock;
    }

    public Mono<Supplier> handle(String id, String name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Supplier supplier = new Supplier(id, name, SupplierStatus.ACTIVE, List.of(), false, 1, now);
        return suppliers
                .add(supplier)
                .flatMap(added -> added ? Mono.just(supplier) : suppliers.find(id));
    }
}
