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
            @Nullable String stockUnit) {}

    /// At what price, and why at this one.
    public record Price(Fen unit, PriceTier tier, PriceReason reason) {}

    public Fen paid() {
        return price.unit().times(quantity);
    }
}
