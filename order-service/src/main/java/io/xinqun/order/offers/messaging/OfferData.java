package io.xinqun.order.offers.messaging;

import io.xinqun.kernel.money.Fen;
import io.xinqun.order.offers.OfferBook.Product;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.line.LineKind;
import io.xinqun.order.order.line.OrderLine.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is read of `catalog.offer.v1`.
record OfferData(
        String productId,
        String supplierId,
        String name,
        String kind,
        List<String> categoryPath,
        String state,
        List<Sku> skus) {

    private static final String ON_SALE = "on-sale";

    record Sku(
            String skuId,
            @Nullable String specification,
            @Nullable String stockUnit,
            Fen supplyFen,
            Fen directFen,
            @Nullable Fen curatorFen,
            long maxPerOrder) {}

    Product product(long version) {
        return new Product(
                productId, version, skus.stream().map(sku -> offer(sku, version)).toList());
    }

    private Offer offer(Sku sku, long version) {
        return new Offer(
                new Article(
                        sku.skuId(),
                        productId,
                        supplierId,
                        sku.specification() == null ? name : name + " " + sku.specification(),
                        LineKind.of(kind),
                        sku.stockUnit(),
                        categoryPath),
                ON_SALE.equals(state),
                new Offer.Prices(sku.supplyFen(), sku.directFen(), sku.curatorFen()),
                sku.maxPerOrder(),
                version);
    }
}
