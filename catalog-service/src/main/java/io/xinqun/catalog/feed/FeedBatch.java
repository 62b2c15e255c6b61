package io.xinqun.catalog.feed;

import io.xinqun.catalog.feed.item.FeedCode;
import io.xinqun.catalog.feed.item.FeedItem;
import io.xinqun.catalog.feed.item.FeedVerdict;
import io.xinqun.catalog.model.product.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The items of one batch by product, and their verdicts so far.
///
/// State: used by one batch, one round after the other.
final class FeedBatch {

    private final String supplier;
    private final List<FeedItem> items;
    private final FeedVerdict[] verdicts;
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();

    FeedBatch(String supplier, List<FeedItem> items) {
        this.supplier = supplier;
        this.items = items;
        this.verdicts = new FeedVerdict[items.size()];
        for (int place = 0; place < items.size(); place++) {
            String product = Product.idOf(supplier, items.get(place).product());
            places.computeIfAbsent(product, id -> new ArrayList<>()).add(place);
        }
    }

    Set<String> productIds() {
        return places.keySet();
    }

    List<FeedVerdict> verdicts() {
        return List.copyOf(Arrays.asList(verdicts));
    }

    /// Takes all items of the product. `owners` names the product of SKUs that may be another's.
    FeedTake take(String product, @Nullable Product known, Map<String, String> owners) {
        FeedTake take = new FeedTake(known);
        for (int place : places.getOrDefault(product, List.of())) {
            FeedItem item = items.get(place);
            String sku = Product.skuIdOf(supplier, item.supplierSku());
            boolean foreign = !owners.getOrDefault(sku, product).equals(product);
            verdicts[place] = foreign ? belongsElsewhere() : take.take(supplier, item);
        }
        return take;
    }

    void giveUp(Set<String> products) {
        FeedVerdict busy =
                FeedVerdict.refused(
                        FeedCode.BUSY, null, "changed by too many feeds at once, feed it again");
        for (String product : products) {
            places.getOrDefault(product, List.of()).forEach(place -> verdicts[place] = busy);
        }
    }

    private static FeedVerdict belongsElsewhere() {
        return FeedVerdict.refused(
                FeedCode.PRODUCT_CHANGED, "product", "the SKU belongs to another product");
    }
}
