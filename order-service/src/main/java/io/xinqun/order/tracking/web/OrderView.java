package io.xinqun.order.tracking.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.Milestone;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.OrderTerms;
import io.xinqun.order.order.line.OrderLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as its buyer sees it. Who earns on it is not shown.
record OrderView(
        String id,
        String state,
        Fen goodsFen,
        Fen freightFen,
        Fen payableFen,
        @Nullable String community,
        List<Line> lines,
        Instant placedAt,
        Instant expiresAt,
        @Nullable Instant paidAt,
        List<Step> transitions) {

    @Schema(name = "OrderedLine")
    record Line(
            String lineId,
            String skuId,
            String productId,
            String name,
            String kind,
            long quantity,
            Fen unitPriceFen,
            Fen amountFen,
            String priceTier) {

        static Line of(OrderLine line) {
            return new Line(
                    line.lineId(),
                    line.article().skuId(),
                    line.article().productId(),
                    line.article().name(),
                    line.article().kind().code(),
                    line.quantity(),
                    line.price().unit(),
                    line.paid(),
                    line.price().tier().code());
        }
    }

    record Step(long sequence, String state, Instant at) {

        static Step of(Milestone milestone) {
            return new Step(milestone.sequence(), milestone.state().code(), milestone.at());
        }
    }

    static OrderView of(Order order) {
        OrderTerms terms = order.terms();
        return new OrderView(
                order.id(),
                order.state().name().code(),
                terms.goods(),
                terms.freight(),
                terms.payable(),
                terms.context().community(),
                terms.lines().stream().map(Line::of).toList(),
                terms.window().placedAt(),
                terms.window().expiresAt(),
                order.state().receipt().map(receipt -> receipt.paidAt()).orElse(null),
                order.milestones().stream().map(Step::of).toList());
    }
}
