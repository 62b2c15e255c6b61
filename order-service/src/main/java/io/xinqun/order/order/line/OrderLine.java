package io.xinqun.order.order.line;

import io.xinqun.kernel.money.Fen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of an order as it was agreed: price, tier and split never change again.
///
/// Shape: `stockUnit` is absent for what has no stock (digital, service). Units: fen; `paid` =
/// `unitPrice` × `quantity`, and the split sums to `paid`.
public record OrderLine(
        String lineId, Article article, long quantity, Price price, List<SplitPart> split) {

    public OrderLine {
        split = List.copyOf(split);
        Fen sum = split.stream().map(SplitPart::amount).reduce(Fen.ZERO, Fen::plus);
        if (!sum.equals(price.unit().times(quantity))) {
            throw new IllegalArgumentException(
                    "the split of line " + lineId + " does not sum to what it costs");
        }
    }

    /// What is sold: names and owners as they were when the order was placed.
    public record Article(
            String skuId,
            String productId,
            String supplierId,
            String name,
            LineKind kind,
            @Nullable String stockUnit,
            List<String> categoryPath) {

        private static final String COMMON_QUOTA = "base";

        /// `sku:location:quota`; the SKU may have a colon of its own.
        private static final int PARTS_OF_A_UNIT = 3;

        public Article {
            categoryPath = List.copyOf(categoryPath);
        }

        /// What it is sold in: the quota of stock, where that is not the common one. A quota has
        /// one activity, and nobody can buy from it without taking part.
        public @Nullable String activity() {
            if (stockUnit == null || stockUnit.split(":", -1).length < PARTS_OF_A_UNIT) {
                return null;
            }
            String quota = stockUnit.substring(stockUnit.lastIndexOf(':') + 1);
            return quota.equals(COMMON_QUOTA) || quota.isEmpty() ? null : quota;
        }
    }

    /// At what price, and why at this one.
    public record Price(Fen unit, PriceTier tier, PriceReason reason) {}

    public Fen paid() {
        return price.unit().times(quantity);
    }
}
