package io.xinqun.commission.accrual.messaging;

import io.xinqun.commission.accrual.PaidLine;
import io.xinqun.commission.accrual.PaidOrder;
import io.xinqun.commission.accrual.Share;
import io.xinqun.commission.accrual.ShareRole;
import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.RuleReference;
import io.xinqun.commission.ledger.sold.SoldLine;
import io.xinqun.commission.ledger.sold.SoldOrder;
import io.xinqun.commission.ledger.sold.SoldOrder.Through;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this service reads of `order.paid.v1`.
record OrderPaid(
        String orderId,
        String buyerId,
        Instant paidAt,
        Payment payment,
        Fen freightFen,
        @Nullable Link attribution,
        List<Line> lines) {

    record Link(String sharer, @Nullable String second, @Nullable String level) {}

    record Payment(String provider, String transactionId, Fen amountFen) {}

    record Line(
            String lineId,
            String skuId,
            String supplierId,
            @Nullable List<String> categoryPath,
            @Nullable String activity,
            long quantity,
            Fen paidFen,
            List<Part> split) {

        PaidLine paidLine() {
            return new PaidLine(lineId, paidFen, split.stream().map(Part::share).toList());
        }

        /// What the supplier was owed is what he gets and what he bears of the commissions.
        SoldLine soldLine() {
            Fen owed =
                    split.stream()
                            .map(part ->
                                    part.role().equals(ShareRole.SUPPLIER.text())
                                            ? part.amountFen()
                                            : part.supplierFunds())
                            .reduce(Fen.ZERO, Fen::plus);
            return new SoldLine(
                    lineId,
                    new SoldLine.Article(
                            skuId,
                            supplierId,
                            categoryPath == null ? List.of() : categoryPath,
                            activity),
                    quantity,
                    paidFen,
                    owed);
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

        Fen supplierFunds() {
            Fen funds = rule == null ? null : rule.supplierFundsFen();
            return funds == null ? Fen.ZERO : funds;
        }
    }

    record Rule(
            String planId,
            int version,
            Fen baseFen,
            @Nullable BasisPoints rateBasisPoints,
            @Nullable Fen fixedFen,
            @Nullable String rounding,
            @Nullable Fen cappedFrom,
            @Nullable String cappedBy,
            @Nullable Fen supplierFundsFen) {

        RuleReference reference() {
            return new RuleReference(
                    planId,
                    version,
                    baseFen,
                    rateBasisPoints,
                    fixedFen,
                    rounding,
                    cappedFrom,
                    cappedBy,
                    supplierFundsFen);
        }
    }

    PaidOrder paidOrder(Event event) {
        Cause cause = Cause.ofPayment(event.id(), orderId, payment.transactionId());
        List<PaidLine> paid = lines.stream().map(Line::paidLine).toList();
        return new PaidOrder(
                cause, paidAt, payment.amountFen(), freightFen, paid, sold(), event.traceparent());
    }

    private SoldOrder sold() {
        List<SoldLine> sold = lines.stream().map(Line::soldLine).toList();
        return attribution == null
                ? new SoldOrder(sold, Through.NOBODY, false, null)
                : new SoldOrder(
                        sold,
                        attribution.sharer().equals(buyerId) ? Through.SELF : Through.CURATOR,
                        attribution.second() != null,
                        attribution.level());
    }
}
