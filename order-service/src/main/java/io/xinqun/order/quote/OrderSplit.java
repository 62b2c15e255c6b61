package io.xinqun.order.quote;

import io.xinqun.kernel.money.Allocation;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.deal.Attributed;
import io.xinqun.order.order.deal.Binding;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.deal.Plan;
import io.xinqun.order.order.deal.Plan.Level;
import io.xinqun.order.order.line.PriceReason;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRole;
import io.xinqun.order.order.line.SplitRule.Cap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Splits the money of an order's lines between supplier, curators and platform.
///
/// Shape: level 1 on all lines, then level 2 on what is left. Of each level on a line: what the
/// plan pays, at most its bound for a line, at most what is there; then the plan's bound for the
/// order over all its lines, by largest remainder; what a cap cut is given to nobody else. Units:
/// fen; commissions round down; the parts of a line sum to what was paid for it. State: pure. If
/// level 1 may not earn, nobody is promoted to it.
final class OrderSplit {

    private final Attributed attributed;
    private final List<LineSplit> lines;

    private OrderSplit(List<Sale> sales, Attributed attributed) {
        this.attributed = attributed;
        this.lines = sales.stream().map(LineSplit::new).toList();
    }

    /// The parts of each line, in the order of the lines.
    static List<List<SplitPart>> of(List<Sale> sales, Attributed attributed) {
        OrderSplit split = new OrderSplit(sales, attributed);
        Binding binding = attributed.binding();
        if (binding != null) {
            split.level(SplitRole.CURATOR, binding.attribution().sharer());
            split.level(SplitRole.SECOND, binding.attribution().second());
        }
        return split.lines.stream().map(LineSplit::parts).toList();
    }

    /// How much of a SKU was sold for how much, and by which plan.
    ///
    /// Units: `paid` is net of every discount and without freight.
    record Sale(Offer offer, long quantity, Fen paid, Optional<Plan> planInForce) {}

    private void level(SplitRole role, @Nullable String account) {
        if (account == null) {
            return;
        }
        for (List<Due> dues : byPlan(role)) {
            boundOrder(dues);
            dues.forEach(due -> due.take(role, account));
        }
    }

    /// What each line owes at this level, by plan version and in the order of the lines.
    private Collection<List<Due>> byPlan(SplitRole role) {
        Map<String, List<Due>> dues = new LinkedHashMap<>();
        for (LineSplit line : lines) {
            line.sale()
                    .planInForce()
                    .filter(plan -> earns(attributed, plan))
                    .ifPresent(plan -> {
                        Level level = role == SplitRole.CURATOR ? plan.level1() : plan.level2();
                        if (level != null) {
                            dues.computeIfAbsent(
                                            plan.planId() + ':' + plan.version(),
                                            first -> new ArrayList<>())
                                    .add(new Due(line, plan, level));
                        }
                    });
        }
        return dues.values();
    }

    static boolean earns(Attributed attributed, Plan plan) {
        return attributed.counts()
                || (attributed.reason() == PriceReason.OWN_LINK && plan.selfPurchase());
    }

    private static void boundOrder(List<Due> dues) {
        Fen bound = dues.getFirst().level().perOrder();
        Fen sum = dues.stream().map(Due::amount).reduce(Fen.ZERO, Fen::plus);
        if (bound == null || sum.compareTo(bound) <= 0) {
            return;
        }
        List<Fen> parts =
                Allocation.split(bound, dues.stream().map(due -> due.amount().amount()).toList());
        for (int n = 0; n < parts.size(); n++) {
            dues.get(n).bound(parts.get(n), Cap.ORDER);
        }
    }
}
