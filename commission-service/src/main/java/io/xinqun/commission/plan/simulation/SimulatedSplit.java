package io.xinqun.commission.plan.simulation;

import io.xinqun.commission.ledger.sold.SoldLine;
import io.xinqun.commission.ledger.sold.SoldOrder;
import io.xinqun.commission.ledger.sold.SoldOrder.Through;
import io.xinqun.commission.plan.simulation.SimulatedLine.Cap;
import io.xinqun.commission.plan.simulation.SimulatedLine.Part;
import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.kernel.money.Allocation;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Splits an order as order-service freezes it: both are held to one table of cases.
///
/// Shape: level 1 on all lines, then level 2 on what is left. Of each level on a line: what the
/// plan pays, at most its bound for a line, at most what is there; then the plan's bound for the
/// order over all its lines, by largest remainder; what a cap cut is given to nobody else. Units:
/// fen, commissions round down. State: pure.
final class SimulatedSplit {

    private final List<Line> lines = new ArrayList<>();

    private SimulatedSplit() {}

    static List<SimulatedLine> of(SoldOrder order, List<PlanCandidate> plans, Instant at) {
        SimulatedSplit split = new SimulatedSplit();
        for (SoldLine sold : order.lines()) {
            split.lines.add(
                    new Line(
                            sold,
                            plans.stream()
                                    .filter(plan ->
                                            plan.applies(sold.article(), order.curatorLevel(), at))
                                    .max(PlanCandidate.PRECEDENCE)));
        }
        split.level(order, PlanTerms::level1).forEach(due -> due.line.level1 = due.take());
        if (order.second()) {
            split.level(order, PlanTerms::level2).forEach(due -> due.line.level2 = due.take());
        }
        return split.lines.stream().map(Line::simulated).toList();
    }

    /// What each line owes at this level, within all bounds.
    private List<Due> level(SoldOrder order, Function<PlanTerms, @Nullable Level> which) {
        Map<String, List<Due>> byPlan = new LinkedHashMap<>();
        for (Line line : lines) {
            line.plan
                    .filter(plan -> earns(order.through(), plan.terms()))
                    .ifPresent(plan -> {
                        Level level = which.apply(plan.terms());
                        if (level != null) {
                            byPlan.computeIfAbsent(
                                            plan.planId() + ':' + plan.version(),
                                            first -> new ArrayList<>())
                                    .add(new Due(line, level));
                        }
                    });
        }
        byPlan.values().forEach(SimulatedSplit::boundOrder);
        return byPlan.values().stream().flatMap(Collection::stream).toList();
    }

    private static boolean earns(Through through, PlanTerms terms) {
        return switch (through) {
            case CURATOR -> true;
            case SELF -> terms.selfPurchase();
            case NOBODY -> false;
        };
    }

    private static void boundOrder(List<Due> dues) {
        Fen bound = dues.getFirst().level.perOrder();
        Fen sum = dues.stream().map(due -> due.amount).reduce(Fen.ZERO, Fen::plus);
        if (bound == null || sum.compareTo(bound) <= 0) {
            return;
        }
        List<Fen> parts =
                Allocation.split(bound, dues.stream().map(due -> due.amount.amount()).toList());
        for (int n = 0; n < parts.size(); n++) {
            dues.get(n).bound(parts.get(n), Cap.ORDER);
        }
    }

    /// The money of a line while it is split.
    private static final class Line {

        private final SoldLine sold;
        private final Optional<PlanCandidate> plan;
        private Fen supplier;
        private Fen platform;
        private Optional<Part> level1 = Optional.empty();
        private Optional<Part> level2 = Optional.empty();

        private Line(SoldLine sold, Optional<PlanCandidate> plan) {
            this.sold = sold;
            this.plan = plan;
            this.supplier = sold.supplier();
            this.platform = sold.paid().minus(sold.supplier());
        }

        private SimulatedLine simulated() {
            return new SimulatedLine(plan, supplier, level1, level2, platform);
        }
    }

    /// What a line owes one level, smaller with every cap that it meets.
    private static final class Due {

        private final Line line;
        private final Level level;
        private final Fen wanted;
        private Fen amount;
        private @Nullable Cap cap;

        private Due(Line line, Level level) {
            this.line = line;
            this.level = level;
            this.wanted = level.pay().of(line.sold.paid(), line.sold.quantity());
            this.amount = wanted;
            if (level.perLine() != null) {
                bound(level.perLine(), Cap.LINE);
            }
            bound(level.supplierFunds().wholeWithShareUpTo(line.supplier), Cap.MARGIN);
            bound(level.supplierFunds().wholeWithRestUpTo(line.platform), Cap.MARGIN);
        }

        private void bound(Fen most, Cap by) {
            if (most.compareTo(amount) < 0) {
                amount = most;
                cap = by;
            }
        }

        /// Empty when there is nothing to pay and nothing was cut.
        private Optional<Part> take() {
            Fen funded = level.supplierFunds().shareOf(amount);
            line.supplier = line.supplier.minus(funded);
            line.platform = line.platform.minus(amount.minus(funded));
            return amount.isZero() && cap == null
                    ? Optional.empty()
                    : Optional.of(
                            new Part(level, wanted, amount, Optional.ofNullable(cap), funded));
        }
    }
}
