package io.xinqun.order.order.deal;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/// The read model of what is for sale. It may lag behind the catalog.
public interface Offers {

    /// Those of the SKUs that are known, by SKU.
    Mono<Map<String, Offer>> find(Collection<String> skuIds);
}
