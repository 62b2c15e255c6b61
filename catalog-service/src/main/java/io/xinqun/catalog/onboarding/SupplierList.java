package io.xinqun.catalog.onboarding;

import io.xinqun.catalog.model.supplier.Supplier;
import io.xinqun.kernel.page.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// All suppliers, for operators.
public interface SupplierList {

    Mono<Page<Supplier>> all(@Nullable String after, int limit);
}
