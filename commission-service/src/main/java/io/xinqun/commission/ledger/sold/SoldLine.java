package io.xinqun.commission.ledger.sold;

import io.xinqun.kernel.money.Fen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What plans see of an order line.
///
/// Units: `paid` is the goods amount net of every discount and without freight; `supplier` is what
/// the supplier is owed of it before he bears any commission, at most `paid`.
public record SoldLine(String lineId, Article article, long quantity, Fen paid, Fen supplier) {

    public SoldLine {
        supplier = supplier.min(paid);
    }

    /// What is sold; `activity` is absent for what is sold to everybody.
    public record Article(
            String skuId, String supplierId, List<String> categoryPath, @Nullable String activity) {

        public Article {
            categoryPath = List.copyOf(categoryPath);
        }
    }
}
