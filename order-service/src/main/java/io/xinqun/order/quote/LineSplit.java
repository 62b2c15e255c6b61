package io.xinqun.order.quote;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRole;
import io.xinqun.order.order.line.SplitRule;
import io.xinqun.order.quote.OrderSplit.Sale;
import java.util.ArrayList;
import java.util.List;

/// The money of one line while it is split: what the supplier and the platform still have.
///
/// Shape: supplier first, then the levels, the platform takes the rest; parts of zero are left out
/// unless a cap made them zero. Units: fen.
final class LineSplit {

    /// The account of the platform in every split.
    static final String PLATFORM = "platform";

    private final Sale sale;
    private final List<SplitPart> curators = new ArrayList<>();
    private Fen supplier;
    private Fen platform;

    LineSplit(Sale sale) {
        this.sale = sale;
        this.supplier = sale.offer().prices().supply().times(sale.quantity()).min(sale.paid());
        this.platform = sale.paid().minus(supplier);
    }

    Sale sale() {
        return sale;
    }

    /// The most that can be paid when the supplier bears this share of it.
    Fen ceiling(BasisPoints supplierFunds) {
        return supplierFunds
                .wholeWithShareUpTo(supplier)
                .min(supplierFunds.wholeWithRestUpTo(platform));
    }

    void take(SplitRole role, String account, Fen amount, SplitRule rule) {
        supplier = supplier.minus(rule.supplierFunds());
        platform = platform.minus(amount.minus(rule.supplierFunds()));
        if (amount.isPositive() || rule.cut() != null) {
            curators.add(new SplitPart(role, account, amount, rule));
        }
    }

    List<SplitPart> parts() {
        List<SplitPart> parts = new ArrayList<>();
        add(parts, SplitRole.SUPPLIER, sale.offer().article().supplierId(), supplier);
        parts.addAll(curators);
        add(parts, SplitRole.PLATFORM, PLATFORM, platform);
        return List.copyOf(parts);
    }

    private static void add(List<SplitPart> parts, SplitRole role, String account, Fen amount) {
        if (amount.isPositive()) {
            parts.add(new SplitPart(role, account, amount, null));
        }
    }
}
