package io.xinqun.local.story.cast;

import io.xinqun.local.story.client.Person;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.story.client.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Brings a supplier's goods from the feed to where somebody can order them.
///
/// Shape: each item is a product of its own, with a name that no other of the supplier has.
public record Market(Operator operator, Person visitor) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// Feeds, approves, and waits until everybody can read and order each of them.
    public List<Goods> putUp(Supplier supplier, String delivery, List<FeedItem> items) {
        JsonNode report = supplier.feed(delivery, items);
        int taken = report.path("accepted").asInt() + report.path("unchanged").asInt();
        if (taken != items.size()) {
            throw new StoryFailure("the feed was not taken whole: " + report);
        }
        return approve(supplier, items);
    }

    /// Approves what has been fed, however it came.
    public List<Goods> approve(Supplier supplier, List<FeedItem> items) {
        Map<String, Goods> found = new LinkedHashMap<>();
        Waiting.until(
                items.size() + " items in the catalog",
                LIMIT,
                () -> {
                    collect(supplier, found);
                    return items.stream().allMatch(item -> found.containsKey(item.supplierSku()));
                });
        List<Goods> goods = new ArrayList<>();
        items.forEach(item -> goods.add(found.get(item.supplierSku())));
        goods.forEach(article -> operator.approve(article.product()));
        goods.forEach(this::awaitOrderable);
        return goods;
    }

    /// The supplier's articles by its own numbers, approved or not.
    private void collect(Supplier supplier, Map<String, Goods> found) {
        for (String state : List.of("draft", "on-sale")) {
            for (JsonNode product : operator.products(state)) {
                if (product.path("supplierId").asString("").equals(supplier.id())) {
                    product.path("skus")
                            .forEach(sku ->
                                    found.put(
                                            sku.path("supplierSku").asString(),
                                            goods(product, sku)));
                }
            }
        }
    }

    private static Goods goods(JsonNode product, JsonNode sku) {
        return new Goods(
                product.path("id").asString(),
                sku.path("skuId").asString(),
                product.path("name").asString(),
                sku.path("directFen").asLong());
    }

    /// order-service hears of offers a moment later than the catalog.
    private void awaitOrderable(Goods goods) {
        Waiting.until(
                goods.name() + " can be ordered",
                LIMIT,
                () -> visitor.post("/api/v1/quotes", Buyer.basket(goods.sku(), 1, "")),
                Reply::succeeded);
    }

    /// Waits until so many are free of this article.
    public void awaitFree(Goods goods, long free) {
        Waiting.until(
                free + " free of " + goods.name(),
                LIMIT,
                () -> operator.stock(goods.unit()).path("free").asLong(-1),
                found -> found == free);
    }
}
