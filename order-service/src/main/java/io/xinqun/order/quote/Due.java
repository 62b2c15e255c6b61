package io.xinqun.order.quote;

import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.deal.Plan;
import io.xinqun.order.order.deal.Plan.Level;
import io.xinqun.order.order.line.SplitRole;
import io.xinqun.order.order.line.SplitRule;
import io.xinqun.order.order.line.SplitRule.Cap;
import io.xinqun.order.order.line.SplitRule.Cut;
import io.xinqun.order.order.line.SplitRule.Rounding;
import io.xinqun.order.quote.OrderSplit.Sale;
import org.jspecify.annotations.Nullable;

/// What a line owes one level, smaller with every cap that it meets.
final class Due {

    private final LineSplit line;
    private final Plan plan;
    private final Level level;
    private final Fen wanted;
    private Fen amount;
    private @Nullable Cap cap;

    Due(LineSplit line, Plan plan, Level level) {
        this.line = line;
        this.plan = plan;
        this.level = level;
        this.wanted = level.pay().of(line.sale().paid(), line.sale().quantity());
        this.amount = wanted;
        if (level.perLine() != null) {
            bound(level.perLine(), Cap.LINE);
        }
        bound(line.ceiling(level.supplierFunds()), Cap.MARGIN);
    }

    Level level() {
        return level;
    }

    Fen amount() {
        return amount;
    }

    void bound(Fen most, Cap by) {
        if (most.compareTo(amount) < 0) {
            amount = most;
            cap = by;
        }
    }

    void take(SplitRole role, String account) {
        Sale sale = line.sale();
        SplitRule rule =
                new SplitRule(
                        plan.planId(),
                        plan.version(),
                        sale.paid(),
                        level.pay().rate(),
                        level.pay().fixed(),
                        Rounding.DOWN,
                        cap == null ? null : new Cut(wanted, cap),
                        level.supplierFunds().shareOf(amount));
        line.take(role, account, amount, rule);
    }
}
