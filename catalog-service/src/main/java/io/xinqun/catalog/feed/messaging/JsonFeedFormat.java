package io.xinqun.catalog.feed.messaging;

import io.xinqun.catalog.feed.item.FeedCode;
import io.xinqun.catalog.feed.item.FeedFormat;
import io.xinqun.catalog.feed.item.FeedItem;
import io.xinqun.catalog.feed.item.FeedItem.Name;
import io.xinqun.catalog.feed.item.FeedLimits;
import io.xinqun.catalog.feed.item.FeedRefused;
import io.xinqun.catalog.model.product.Prices;
import io.xinqun.catalog.model.product.ProductDetails;
import io.xinqun.catalog.model.product.ProductDetails.Attribute;
import io.xinqun.catalog.model.product.ProductKind;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.catalog.model.product.StockCount;
import io.xinqun.kernel.money.Fen;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A feed item as a JSON object, checked field by field.
///
/// Units: prices in whole fen; `12.00` and `"12.00"` are refused, not guessed at. Errors:
/// [FeedRefused] for the first thing that is wrong.
public final class JsonFeedFormat implements FeedFormat {

    private static final Set<String> FIELDS =
            Set.of(
                    "supplierSku",
                    "version",
                    "product",
                    "name",
                    "brief",
                    "kind",
                    "categoryPath",
                    "brand",
                    "unit",
                    "specification",
                    "attributes",
                    "pictures",
                    "origin",
                    "storage",
                    "afterSaleDays",
                    "supplyFen",
                    "directFen",
                    "memberFen",
                    "curatorFen",
                    "maxPerOrder",
                    "stock");

    private final JsonMapper mapper =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private final Clock clock;

    public JsonFeedFormat(Clock clock) {
        this.clock = clock;
    }

    @Override
    public FeedItem read(byte[] json) {
        JsonFields fields = JsonFields.of(parse(json));
        try {
            return item(fields);
        } catch (FeedRefused refused) {
            throw refused.of(fields.codeIfReadable("supplierSku"));
        }
    }

    private JsonNode parse(byte[] json) {
        try {
            return mapper.readTree(json);
        } catch (JacksonException malformed) {
            throw new FeedRefused(FeedCode.MALFORMED_LINE, null, "not one JSON object");
        }
    }

    private FeedItem item(JsonFields fields) {
        fields.allowOnly(FIELDS);
        String supplierSku = fields.code("supplierSku");
        Name name =
                new Name(
                        supplierSku,
                        fields.whole("version", 1, FeedLimits.VERSION),
                        fields.has("product") ? fields.code("product") : supplierSku);
        ProductDetails details = details(fields);
        Sku.Terms terms = terms(fields);
        return FeedItem.of(name, details, terms, stock(fields, details.kind()));
    }

    private static ProductDetails details(JsonFields fields) {
        return new ProductDetails(
                fields.line("name", FeedLimits.NAME),
                fields.optionalProse("brief", FeedLimits.BRIEF),
                kind(fields),
                fields.lines("categoryPath", new JsonFields.Bounds(1, FeedLimits.CATEGORIES))
                        .ofLength(FeedLimits.CATEGORY),
                fields.optionalLine("brand", FeedLimits.BRAND),
                attributes(fields),
                pictures(fields),
                fields.optionalLine("origin", FeedLimits.ORIGIN),
                fields.optionalProse("storage", FeedLimits.STORAGE),
                fields.has("afterSaleDays")
                        ? (int) fields.whole("afterSaleDays", 0, FeedLimits.AFTER_SALE_DAYS)
                        : ProductDetails.DEFAULT_AFTER_SALE_DAYS);
    }

    private static ProductKind kind(JsonFields fields) {
        if (!fields.has("kind")) {
            return ProductKind.GOODS;
        }
        return ProductKind.of(fields.line("kind", FeedLimits.CODE))
                .orElseThrow(() -> fields.outOfRange("kind", "one of goods, digital, service"));
    }

    private static List<Attribute> attributes(JsonFields fields) {
        return fields.objects("attributes", FeedLimits.ATTRIBUTES).stream()
                .map(attribute -> {
                    attribute.allowOnly(Set.of("name", "value"));
                    return new Attribute(
                            attribute.line("name", FeedLimits.ATTRIBUTE_NAME),
                            attribute.prose("value", FeedLimits.ATTRIBUTE_VALUE));
                })
                .toList();
    }

    private static List<String> pictures(JsonFields fields) {
        List<String> pictures =
                fields.lines("pictures", new JsonFields.Bounds(0, FeedLimits.PICTURES))
                        .ofLength(FeedLimits.PICTURE);
        boolean links =
                pictures.stream()
                        .allMatch(
                                link -> link.startsWith("https://") || link.startsWith("http://"));
        if (!links) {
            throw fields.outOfRange("pictures", "links that begin with https:// or http://");
        }
        return pictures;
    }

    private static Sku.Terms terms(JsonFields fields) {
        Prices prices =
                new Prices(
                        Fen.of(fields.whole("supplyFen", 0, FeedLimits.PRICE_FEN)),
                        Fen.of(fields.whole("directFen", 1, FeedLimits.PRICE_FEN)),
                        optionalPrice(fields, "memberFen"),
                        optionalPrice(fields, "curatorFen"));
        if (prices.isBelowSupply()) {
            throw new FeedRefused(
                    FeedCode.PRICE_BELOW_SUPPLY, "supplyFen", "a price is below the supply price");
        }
        if (prices.isAboveDirect()) {
            throw new FeedRefused(
                    FeedCode.PRICE_ABOVE_DIRECT, "directFen", "a favour is above the direct price");
        }
        return new Sku.Terms(
                fields.optionalLine("specification", FeedLimits.SPECIFICATION),
                fields.optionalLine("unit", FeedLimits.UNIT),
                prices,
                fields.has("maxPerOrder")
                        ? (int) fields.whole("maxPerOrder", 1, FeedLimits.MAX_PER_ORDER)
                        : FeedLimits.DEFAULT_MAX_PER_ORDER);
    }

    private static @Nullable Fen optionalPrice(JsonFields fields, String field) {
        return fields.has(field) ? Fen.of(fields.whole(field, 1, FeedLimits.PRICE_FEN)) : null;
    }

    private @Nullable StockCount stock(JsonFields fields, ProductKind kind) {
        if (!fields.has("stock")) {
            return null;
        }
        if (!kind.isKeptInStock()) {
            throw new FeedRefused(FeedCode.STOCK_NOT_KEPT, "stock", kind.code() + " has no stock");
        }
        JsonFields stock = fields.object("stock");
        stock.allowOnly(Set.of("count", "countedAt"));
        long count = stock.whole("count", 0, FeedLimits.COUNT);
        Instant countedAt = stock.instant("countedAt").truncatedTo(ChronoUnit.MILLIS);
        if (countedAt.isAfter(clock.instant().plus(FeedLimits.CLOCK_SKEW))) {
            throw new FeedRefused(
                    FeedCode.COUNTED_IN_FUTURE, "stock.countedAt", "the moment is yet to come");
        }
        return new StockCount(count, countedAt);
    }
}
