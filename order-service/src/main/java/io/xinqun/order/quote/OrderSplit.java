package io.xinqun.order.quote;

import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.deal.Attributed;
import io.xinqun.order.order.deal.Binding;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.deal.Plan;
import io.xinqun.order.order.deal.Plan.Pay;
import io.xinqun.order.order.line.PriceReason;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRole;
import io.xinqun.order.order.line.SplitRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Splits the money of a line between supplier, curators and platform.
///
/// Shape: supplier first, then level 1, level 2, the platform takes the rest; parts of zero are
/// left out unless the margin capped them. Units: fen; commissions round down; the parts sum to
/// what was paid. State: pure. If level 1 may not earn, nobody is promoted to it.
final class LineSplit {

    /// The account of the platform in every split.
    static final String PLATFORM = "platform";

    private final Offer offer;
    private final long quantity;
    private final Fen paid;
    private final List<SplitPart> parts = new ArrayList<>();
    private Fen margin;

    private LineSplit(Offer offer, long quantity, Fen unitPrice) {
        this.offer = offer;
        this.quantity = quantity;
        this.paid = unitPrice.times(quantity);
        this.margin = paid;
    }

    static List<SplitPart> of(
            Offer offer, Sale sale, Attributed attributed, Optional<Plan> planInForce) {
        LineSplit split = new LineSplit(offer, sale.quantity(), sale.unitPrice());
        split.supplier();
        planInForce
                .filter(plan -> earns(attributed, plan))
                .ifPresent(plan -> split.curators(plan, attributed.binding()));
        split.platform();
        return List.copyOf(split.parts);
    }

    /// How much of the SKU at which price.
    record Sale(long quantity, Fen unitPrice) {}

    static boolean earns(Attributed attributed, Plan plan) {
        return attributed.counts()
                || (attributed.reason() == PriceReason.OWN_LINK && plan.selfPurchase());
    }

    private void supplier() {
        Fen owed = offer.prices().supply().times(quantity).min(paid);
        take(SplitRole.SUPPLIER, offer.article().supplierId(), owed, null);
    }

    private void curators(Plan plan, @Nullable Binding binding) {
        if (binding == null) {
            return;
        }
        commission(plan, plan.level1(), SplitRole.CURATOR, binding.attribution().sharer());
        String second = binding.attribution().second();
        if (second != null && plan.level2() != null) {
            commission(plan, plan.level2(), SplitRole.SECOND, second);
        }
    }

    private void commission(Plan plan, Pay pay, SplitRole role, String account) {
        Fen due = pay.of(paid, quantity);
        Fen part = due.min(margin);
        Fen cappedFrom = part.equals(due) ? null : due;
        SplitRule rule =
                new SplitRule(
                        plan.planId(), plan.version(), paid, pay.rate(), pay.fixed(), cappedFrom);
        take(role, account, part, rule);
    }

    private void platform() {
        take(SplitRole.PLATFORM, PLATFORM, margin, null);
    }

    private void take(SplitRole role, String account, Fen amount, @Nullable SplitRule rule) {
        margin = margin.minus(amount);
        boolean capped = rule != null && rule.cappedFrom() != null;
        if (amount.isPositive() || capped) {
            parts.add(new SplitPart(role, account, amount, rule));
        }
    }
}
