package io.xinqun.local.story.cast;

import io.xinqun.local.wechat.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// One line of a shop's export: decimal yuan as text, attribute pairs, brands that may be null.
///
/// Units: yuan there, whole fen here; a price with more than two decimals is refused.
public record ExportLine(JsonNode json) {
    /// The export has no supply price; the shop and its platform agreed on 60 % of the sale price.
    private static final BigDecimal SUPPLY_SHARE = new BigDecimal("0.6");

    public static ExportLine read(String line) {
        return new ExportLine(Json.read(line));
    }

    public FeedItem toFeed(Instant countedAt) {
        long direct = fen(json.path("retail_price_yuan").asString());
        long supply =
                SUPPLY_SHARE
                        .multiply(BigDecimal.valueOf(direct))
                        .setScale(0, RoundingMode.DOWN)
                        .longValueExact();
        FeedItem item =
                FeedItem.of(json.path("sku").asString(), json.path("name").asString(), categories())
                        .priced(supply, direct)
                        .counted(json.path("stock").asLong(), countedAt);
        copy(item, "brief", "brief");
        copy(item, "brand", "brand");
        copy(item, "unit", "unit");
        if (!json.path("product").asString("").isEmpty()) {
            item.with("product", json.path("product").asString());
        }
        List<String> specifications = new ArrayList<>();
        json.path("specifications").forEach(value -> specifications.add(value.asString()));
        if (!specifications.isEmpty()) {
            item.with("specification", String.join(" ", specifications));
        }
        attributes(item);
        return item;
    }

    /// Null and empty mean "none" in an export; the feed leaves such members out.
    private void copy(FeedItem item, String from, String to) {
        JsonNode value = json.path(from);
        if (value.isString() && !value.asString().isBlank()) {
            item.with(to, value.asString().strip());
        }
    }

    private void attributes(FeedItem item) {
        ArrayNode attributes = item.json().putArray("attributes");
        for (JsonNode pair : json.path("attributes")) {
            if (!pair.path(1).asString("").isBlank()) {
                attributes
                        .addObject()
                        .put("name", pair.path(0).asString().strip())
                        .put("value", pair.path(1).asString().strip());
            }
        }
    }

    private String[] categories() {
        List<String> path = new ArrayList<>();
        json.path("category").forEach(value -> path.add(value.asString()));
        return path.toArray(String[]::new);
    }

    static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
