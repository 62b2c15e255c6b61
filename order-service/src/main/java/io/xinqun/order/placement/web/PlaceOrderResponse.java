package io.xinqun.order.placement.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.OrderState.Name;
import io.xinqun.order.order.OrderTerms;
import io.xinqun.order.order.line.OrderLine;
import io.xinqun.order.placement.Placement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the order so far.
///
/// Shape: `watch` is there while the stock's owner is still asked: where its state changes are
/// told.
record PlaceOrderResponse(
        String id,
        String state,
        Fen goodsFen,
        Fen freightFen,
        Fen payableFen,
        List<Line> lines,
        Instant placedAt,
        Instant expiresAt,
        @Nullable String watch) {

    @Schema(name = "PlacedLine")
    record Line(
            String lineId,
            String skuId,
            String name,
            long quantity,
            Fen unitPriceFen,
            Fen amountFen,
            String priceTier,
            String reason) {

        static Line of(OrderLine line) {
            return new Line(
                    line.lineId(),
                    line.article().skuId(),
                    line.article().name(),
                    line.quantity(),
                    line.price().unit(),
                    line.paid(),
                    line.price().tier().code(),
                    line.price().reason().code());
        }
    }

    static PlaceOrderResponse of(Placement placement) {
        OrderTerms terms = placement.terms();
        String watch = "/api/v1/orders/" + terms.orderId() + "/events";
        return new PlaceOrderResponse(
                terms.orderId(),
                placement.state().code(),
                terms.goods(),
                terms.freight(),
                terms.payable(),
                terms.lines().stream().map(Line::of).toList(),
                terms.window().placedAt(),
                terms.window().expiresAt(),
                placement.state() == Name.PLACING ? watch : null);
    }
}
