package io.xinqun.catalog.model.product;

import java.util.Map;
import reactor.core.publisher.Mono;

/// Which product a SKU belongs to, for good. A claim is written before the product that lists the
/// SKU, so two products can never list the same one.
public interface SkuClaims {

    /// Claims each SKU id (key) for a product id (value); the answer names the product that owns it
    /// now, which is another one where that was first.
    Mono<Map<String, String>> claim(Map<String, String> productBySku);
}
