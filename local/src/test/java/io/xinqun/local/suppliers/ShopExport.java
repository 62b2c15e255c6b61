package io.xinqun.local.suppliers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Maps one line of a shop's export to one item of the feed.
///
/// Units: decimal yuan as text become whole fen; the supply and curator prices are percentages of
/// the retail price, rounded down.
record ShopExport(long version, Instant countedAt, int supplyPercent, int curatorPercent) {

    private static final JsonMapper JSON = new JsonMapper();

    String item(String line) {
        JsonNode export = JSON.readTree(line);
        long directFen = fen(export.get("retail_price_yuan").asString());
        ObjectNode item = JSON.createObjectNode();
        item.set("supplierSku", export.get("sku"));
        item.put("version", version);
        item.set("categoryPath", export.get("category"));
        for (String same : new String[] {"product", "name", "brief", "brand", "unit"}) {
            if (export.hasNonNull(same)) {
                item.set(same, export.get(same));
            }
        }
        item.put("specification", joined(export.get("specifications")));
        ArrayNode attributes = item.putArray("attributes");
        for (JsonNode pair : export.get("attributes")) {
            ObjectNode attribute = attributes.addObject();
            attribute.set("name", pair.get(0));
            attribute.set("value", pair.get(1));
        }
        item.put("directFen", directFen);
        item.put("curatorFen", directFen * curatorPercent / 100);
        item.put("supplyFen", directFen * supplyPercent / 100);
        ObjectNode stock = item.putObject("stock");
        stock.set("count", export.get("stock"));
        stock.put("countedAt", countedAt.toString());
        return item.toString();
    }

    /// Refuses a price with a third place instead of guessing how to round it.
    static long fen(String yuan) {
        return new BigDecimal(yuan)
                .movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    private static String joined(JsonNode texts) {
        return String.join("，", texts.valueStream().map(JsonNode::asString).toList());
    }
}
