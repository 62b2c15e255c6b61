package io.xinqun.order.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.order.order.line.OrderLine;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRule;
import io.xinqun.order.order.line.SplitRule.Cap;
import io.xinqun.order.order.line.SplitRule.Cut;
import io.xinqun.order.placement.SplitWatch;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the commissions that a cap cut. Plans have bounds to be met; a margin that is too small
/// for its plan is a mistake in one of them, so it is logged too.
final class MeteredSplitWatch implements SplitWatch {

    private static final Logger LOG = LoggerFactory.getLogger(MeteredSplitWatch.class);

    private final MeterRegistry meters;

    MeteredSplitWatch(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void placed(List<OrderLine> lines) {
        for (OrderLine line : lines) {
            line.split().forEach(part -> look(line, part));
        }
    }

    private void look(OrderLine line, SplitPart part) {
        SplitRule rule = part.rule();
        Cut cut = rule == null ? null : rule.cut();
        if (rule == null || cut == null) {
            return;
        }
        meters.counter(OrderMetric.COMMISSION_CAPPED.getName(), "cap", cut.by().code()).increment();
        if (cut.by() == Cap.MARGIN) {
            LOG.warn(
                    "the margin of SKU {} is too small for plan {} version {}: {} of {} fen",
                    line.article().skuId(),
                    rule.planId(),
                    rule.version(),
                    part.amount().amount(),
                    cut.from().amount());
        }
    }
}
