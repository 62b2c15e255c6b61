package io.xinqun.order.offers;

import io.xinqun.order.order.deal.Offer;
import java.util.List;
import reactor.core.publisher.Mono;

/// Where what the catalog tells is written down.
public interface OfferBook {

    /// Replaces all that is known of a product, unless something newer is known already.
    Mono<Void> learn(Product product);

    /// A product with all of its SKUs, in full.
    record Product(String productId, long version, List<Offer> offers) {

        public Product {
            offers = List.copyOf(offers);
        }
    }
}
