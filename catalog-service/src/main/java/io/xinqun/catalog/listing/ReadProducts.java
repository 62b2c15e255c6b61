package io.xinqun.catalog.listing;

import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Products;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Shows buyers what is on sale, at the price that is theirs.
///
/// Errors: `not-found` for what is not on sale, as for what never was.
public final class ReadProducts {

    private final Products products;
    private final ShopWindow window;
    private final CheckCuratorLink checkCuratorLink;
    private final StockLevels stockLevels;

    public ReadProducts(
            Products products,
            ShopWindow window,
            CheckCuratorLink checkCuratorLink,
            StockLevels stockLevels) {
        this.products = products;
        this.window = window;
        this.checkCuratorLink = checkCuratorLink;
        this.stockLevels = stockLevels;
    }

    public Mono<ShownProduct> one(String id, Buyer buyer) {
        return products.find(id)
                .filter(Product::isListed)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(
                                        CommonProblem.NOT_FOUND,
                                        "There is no such product on sale")))
                .flatMap(product -> shown(List.of(product), buyer))
                .map(List::getFirst);
    }

    /// Newest first.
    public Mono<Page<ShownProduct>> list(Buyer buyer, @Nullable String after, int limit) {
        return window.listed(after, limit)
                .flatMap(page ->
                        shown(page.items(), buyer).map(shown -> new Page<>(shown, page.next())));
    }

    private Mono<List<ShownProduct>> shown(List<Product> found, Buyer buyer) {
        List<String> units =
                found.stream()
                        .filter(product -> product.details().kind().isKeptInStock())
                        .flatMap(product -> product.skus().stream().map(Sku::stockUnit))
                        .toList();
        return Mono.zip(
                checkCuratorLink.handle(buyer),
                stockLevels.soldOut(units),
                (throughCurator, soldOut) -> shown(found, throughCurator, soldOut));
    }

    private static List<ShownProduct> shown(
            List<Product> found, boolean throughCurator, Set<String> soldOut) {
        return found.stream()
                .map(product -> new ShownProduct(product, throughCurator, soldOut))
                .toList();
    }
}
