package io.xinqun.catalog.store;

import io.xinqun.catalog.model.product.Prices;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Product.DetailsSource;
import io.xinqun.catalog.model.product.Product.Revision;
import io.xinqun.catalog.model.product.ProductDetails;
import io.xinqun.catalog.model.product.ProductDetails.Attribute;
import io.xinqun.catalog.model.product.ProductKind;
import io.xinqun.catalog.model.product.ProductState;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.catalog.model.product.StockCount;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A product as it is stored.
///
/// Shape: beside the product itself `listed` (what buyers see) and `age` (creation time and id, the
/// order of every list).
final class ProductDocument {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String SUPPLIER = "supplier";
    static final String STATE = "state";
    static final String HIDDEN = "hidden";
    static final String LISTED = "listed";
    static final String AGE = "age";

    private ProductDocument() {}

    /// Everything but the outbox.
    static Document of(Product product) {
        Revision revision = product.revision();
        return new Document(ID, product.id())
                .append(SUPPLIER, product.supplier())
                .append("code", product.code())
                .append(STATE, product.state().code())
                .append(HIDDEN, product.hidden())
                .append(LISTED, product.isListed())
                .append(AGE, age(product))
                .append("details", details(product.details()))
                .append(
                        "source",
                        new Document(VERSION, product.source().version())
                                .append("supplierSku", product.source().supplierSku()))
                .append("skus", product.skus().stream().map(ProductDocument::sku).toList())
                .append(VERSION, revision.version())
                .append("sequence", revision.sequence())
                .append("createdAt", Date.from(revision.createdAt()))
                .append("updatedAt", Date.from(revision.updatedAt()));
    }

    static Product product(Document document) {
        Document source = document.get("source", Document.class);
        return new Product(
                document.getString(ID),
                document.getString(SUPPLIER),
                document.getString("code"),
                ProductState.of(document.getString(STATE)).orElseThrow(),
                document.getBoolean(HIDDEN),
                details(document.get("details", Document.class)),
                new DetailsSource(number(source, VERSION), source.getString("supplierSku")),
                document.getList("skus", Document.class).stream()
                        .map(ProductDocument::sku)
                        .toList(),
                new Revision(
                        number(document, VERSION),
                        number(document, "sequence"),
                        instant(document, "createdAt"),
                        instant(document, "updatedAt")));
    }

    /// Sorts by creation; the id makes it unique.
    static String age(Product product) {
        return "%013d-%s".formatted(product.revision().createdAt().toEpochMilli(), product.id());
    }

    private static Document details(ProductDetails details) {
        return new Document("name", details.name())
                .append("brief", details.brief())
                .append("kind", details.kind().code())
                .append("categoryPath", details.categoryPath())
                .append("brand", details.brand())
                .append(
                        "attributes",
                        details.attributes().stream()
                                .map(each ->
                                        new Document("name", each.name())
                                                .append("value", each.value()))
                                .toList())
                .append("pictures", details.pictures())
                .append("origin", details.origin())
                .append("storage", details.storage())
                .append("afterSaleDays", details.afterSaleDays());
    }

    private static ProductDetails details(Document details) {
        return new ProductDetails(
                details.getString("name"),
                details.getString("brief"),
                ProductKind.of(details.getString("kind")).orElseThrow(),
                details.getList("categoryPath", String.class),
                details.getString("brand"),
                details.getList("attributes", Document.class).stream()
                        .map(each -> new Attribute(each.getString("name"), each.getString("value")))
                        .toList(),
                details.getList("pictures", String.class),
                details.getString("origin"),
                details.getString("storage"),
                details.getInteger("afterSaleDays"));
    }

    private static Document sku(Sku sku) {
        Sku.Terms terms = sku.terms();
        Prices prices = terms.prices();
        StockCount stock = sku.stock();
        return new Document("id", sku.id())
                .append("supplierSku", sku.supplierSku())
                .append(VERSION, sku.version())
                .append("content", sku.content())
                .append("specification", terms.specification())
                .append("unit", terms.unit())
                .append("supplyFen", prices.supply().amount())
                .append("directFen", prices.direct().amount())
                .append("memberFen", amount(prices.member()))
                .append("curatorFen", amount(prices.curator()))
                .append("maxPerOrder", terms.maxPerOrder())
                .append(
                        "stock",
                        stock == null
                                ? null
                                : new Document("count", stock.count())
                                        .append("countedAt", Date.from(stock.countedAt())));
    }

    private static Sku sku(Document sku) {
        Prices prices =
                new Prices(
                        Fen.of(number(sku, "supplyFen")),
                        Fen.of(number(sku, "directFen")),
                        fen(sku, "memberFen"),
                        fen(sku, "curatorFen"));
        Document stock = sku.get("stock", Document.class);
        return new Sku(
                sku.getString("id"),
                sku.getString("supplierSku"),
                number(sku, VERSION),
                sku.getString("content"),
                new Sku.Terms(
                        sku.getString("specification"),
                        sku.getString("unit"),
                        prices,
                        sku.getInteger("maxPerOrder")),
                stock == null
                        ? null
                        : new StockCount(number(stock, "count"), instant(stock, "countedAt")));
    }

    private static @Nullable Long amount(@Nullable Fen price) {
        return price == null ? null : price.amount();
    }

    private static @Nullable Fen fen(Document document, String name) {
        Number amount = document.get(name, Number.class);
        return amount == null ? null : Fen.of(amount.longValue());
    }

    private static long number(Document document, String name) {
        return document.get(name, Number.class).longValue();
    }

    private static Instant instant(Document document, String name) {
        return document.getDate(name).toInstant();
    }
}
