package io.xinqun.commission.accrual.messaging;

import io.xinqun.commission.accrual.PaidLine;
import io.xinqun.commission.accrual.PaidOrder;
import io.xinqun.commission.accrual.Share;
import io.xinqun.commission.accrual.ShareRole;
import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.RuleReference;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this service reads of `order.paid.v1`.
record OrderPaid(
        String orderId, Instant paidAt, Payment payment, Fen freightFen, List<Line> lines) {

    record Payment(String provider, String transactionId, Fen amountFen) {}

    record Line(String lineId, Fen paidFen, List<Part> split) {

        PaidLine paidLine() {
            return new PaidLine(lineId, paidFen, split.stream().map(Part::share).toList());
        }
    }

    record Part(String role, String account, Fen amountFen, @Nullable Rule rule) {

        Share share() {
            return new Share(
                    ShareRole.parse(role),
                    account,
                    amountFen,
                    rule == null ? null : rule.reference());
        }
    }

    record Rule(
            String planId,
            int version,
            Fen baseFen,
            @Nullable BasisPoints rateBasisPoints,
            @Nullable Fen fixedFen,
            @Nullable Fen cappedFrom) {

        RuleReference reference() {
            return new RuleReference(
                    planId, version, baseFen, rateBasisPoints, fixedFen, cappedFrom);
        }
    }

    PaidOrder paidOrder(Event event) {
        Cause cause = Cause.ofPayment(event.id(), orderId, payment.transactionId());
        List<PaidLine> paid = lines.stream().map(Line::paidLine).toList();
        return new PaidOrder(
                cause, paidAt, payment.amountFen(), freightFen, paid, event.traceparent());
    }
}
