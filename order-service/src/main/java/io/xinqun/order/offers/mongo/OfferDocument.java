package io.xinqun.order.offers.mongo;

import io.xinqun.kernel.money.Fen;
import io.xinqun.order.offers.OfferBook.Product;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.line.LineKind;
import io.xinqun.order.order.line.OrderLine.Article;
import java.util.Optional;
import org.bson.Document;

/// A product with its offers as it is stored: the list `skus` is indexed, `offers` is read.
final class OfferDocument {

    private OfferDocument() {}

    static Document of(Product product) {
        return new Document("version", product.version())
                .append(
                        "skus",
                        product.offers().stream().map(each -> each.article().skuId()).toList())
                .append("offers", product.offers().stream().map(OfferDocument::of).toList());
    }

    private static Document of(Offer offer) {
        Article article = offer.article();
        Fen curator = offer.prices().curator();
        return new Document("sku", article.skuId())
                .append("supplier", article.supplierId())
                .append("name", article.name())
                .append("kind", article.kind().code())
                .append("unit", article.stockUnit())
                .append("category", article.categoryPath())
                .append("onSale", offer.onSale())
                .append("supplyFen", offer.prices().supply().amount())
                .append("directFen", offer.prices().direct().amount())
                .append("curatorFen", curator == null ? null : (Long) curator.amount())
                .append("maxPerOrder", offer.maxPerOrder());
    }

    static Optional<Offer> offer(Document product, String skuId) {
        return product.getList("offers", Document.class).stream()
                .filter(each -> skuId.equals(each.getString("sku")))
                .findFirst()
                .map(each -> offer(product, each));
    }

    private static Offer offer(Document product, Document offer) {
        Number curator = offer.get("curatorFen", Number.class);
        return new Offer(
                new Article(
                        offer.getString("sku"),
                        product.getString("_id"),
                        offer.getString("supplier"),
                        offer.getString("name"),
                        LineKind.of(offer.getString("kind")),
                        offer.getString("unit"),
                        offer.getList("category", String.class)),
                offer.getBoolean("onSale"),
                new Offer.Prices(
                        Fen.of(number(offer, "supplyFen")),
                        Fen.of(number(offer, "directFen")),
                        curator == null ? null : Fen.of(curator.longValue())),
                number(offer, "maxPerOrder"),
                number(product, "version"));
    }

    private static long number(Document document, String name) {
        return document.get(name, Number.class).longValue();
    }
}
