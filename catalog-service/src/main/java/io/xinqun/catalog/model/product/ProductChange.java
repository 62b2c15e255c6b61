package io.xinqun.catalog.model.product;

import io.xinqun.catalog.model.product.ProductEvent.Cause;
import java.time.Instant;
import java.util.List;

/// One step of a product: what it becomes and what that tells, to be written if nobody was faster.
///
/// Shape: `after` carries the revision it was decided on; version 0 is a product that is new.
public record ProductChange(Product after, List<ProductEvent> events, Cause cause, Instant at) {

    public ProductChange {
        events = List.copyOf(events);
    }

    public boolean isNew() {
        return after.revision().version() == 0;
    }
}
