package io.xinqun.order.publishing;

import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.OrderTerms;
import io.xinqun.order.order.line.OrderLine;
import io.xinqun.order.order.money.Refund;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data of the smaller events and of the stock commands, as the contracts have them.
final class EventData {

    private EventData() {}

    record Placed(
            String orderId,
            String buyerId,
            Fen payableFen,
            List<Line> lines,
            @Nullable String communityId,
            Instant placedAt) {

        static Placed of(OrderTerms terms) {
            return new Placed(
                    terms.orderId(),
                    terms.buyer(),
                    terms.payable(),
                    terms.lines().stream().map(Line::of).toList(),
                    terms.context().community(),
                    terms.window().placedAt());
        }
    }

    record Line(
            String lineId,
            String skuId,
            String productId,
            String supplierId,
            String kind,
            long quantity) {

        static Line of(OrderLine line) {
            return new Line(
                    line.lineId(),
                    line.article().skuId(),
                    line.article().productId(),
                    line.article().supplierId(),
                    line.article().kind().code(),
                    line.quantity());
        }
    }

    record Accepted(String orderId, Instant acceptedAt) {}

    record Refused(String orderId, String reason, Instant refusedAt) {}

    record Expired(String orderId, String buyerId, Instant expiredAt) {}

    record Cancelled(String orderId, String buyerId, Instant cancelledAt) {}

    record Refunds(
            String orderId,
            String refundNumber,
            String transactionId,
            Fen amountFen,
            String reason,
            Instant at,
            boolean receiptBooked) {

        /// A receipt that goes back was never told as paid, so nobody has booked it.
        static Refunds of(Refund refund, Instant at) {
            return new Refunds(
                    refund.orderId(),
                    refund.number(),
                    refund.receipt().transactionId(),
                    refund.amount(),
                    refund.reason().code(),
                    at,
                    false);
        }
    }

    record Reserve(String orderId, String unit, long quantity, Instant expiresAt) {}

    record Confirm(String orderId, String unit) {}

    record Release(String orderId, String unit, String reason) {}
}
