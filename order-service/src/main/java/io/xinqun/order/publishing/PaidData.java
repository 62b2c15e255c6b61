package io.xinqun.order.publishing;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.OrderTerms;
import io.xinqun.order.order.line.Attribution;
import io.xinqun.order.order.line.OrderLine;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRule;
import io.xinqun.order.order.money.Receipt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data of `order.paid.v1`.
record PaidData(
        String orderId,
        String buyerId,
        Instant placedAt,
        Instant paidAt,
        Payment payment,
        Fen goodsFen,
        Fen freightFen,
        Fen payableFen,
        @Nullable String communityId,
        @Nullable Link attribution,
        List<Line> lines) {

    record Payment(String provider, String number, String transactionId, Fen amountFen) {}

    record Link(
            String sharer,
            @Nullable String second,
            @Nullable String level,
            String link,
            String channel,
            long policyVersion,
            long bindingVersion) {

        static @Nullable Link of(@Nullable Attribution from) {
            return from == null
                    ? null
                    : new Link(
                            from.sharer(),
                            from.second(),
                            from.level(),
                            from.link(),
                            from.channel(),
                            from.policyVersion(),
                            from.bindingVersion());
        }
    }

    record Line(
            String lineId,
            String skuId,
            String productId,
            String supplierId,
            List<String> categoryPath,
            @Nullable String activity,
            String kind,
            long quantity,
            Fen unitPriceFen,
            String priceTier,
            Fen paidFen,
            List<Part> split) {

        static Line of(OrderLine line) {
            return new Line(
                    line.lineId(),
                    line.article().skuId(),
                    line.article().productId(),
                    line.article().supplierId(),
                    line.article().categoryPath(),
                    line.article().activity(),
                    line.article().kind().code(),
                    line.quantity(),
                    line.price().unit(),
                    line.price().tier().code(),
                    line.paid(),
                    line.split().stream().map(Part::of).toList());
        }
    }

    record Part(String role, String account, Fen amountFen, @Nullable Rule rule) {

        static Part of(SplitPart part) {
            SplitRule rule = part.rule();
            return new Part(
                    part.role().code(),
                    part.account(),
                    part.amount(),
                    rule == null ? null : Rule.of(rule));
        }
    }

    record Rule(
            String planId,
            long version,
            Fen baseFen,
            @Nullable BasisPoints rateBasisPoints,
            @Nullable Fen fixedFen,
            String rounding,
            @Nullable Fen cappedFrom,
            @Nullable String cappedBy,
            @Nullable Fen supplierFundsFen) {

        static Rule of(SplitRule rule) {
            SplitRule.Cut cut = rule.cut();
            return new Rule(
                    rule.planId(),
                    rule.version(),
                    rule.base(),
                    rule.rate(),
                    rule.fixed(),
                    rule.rounding().code(),
                    cut == null ? null : cut.from(),
                    cut == null ? null : cut.by().code(),
                    rule.supplierFunds().isZero() ? null : rule.supplierFunds());
        }
    }

    static PaidData of(OrderTerms terms, Receipt receipt) {
        return new PaidData(
                terms.orderId(),
                terms.buyer(),
                terms.window().placedAt(),
                receipt.paidAt(),
                new Payment(
                        receipt.provider(),
                        receipt.number(),
                        receipt.transactionId(),
                        receipt.amount()),
                terms.goods(),
                terms.freight(),
                terms.payable(),
                terms.context().community(),
                Link.of(terms.context().attribution()),
                terms.lines().stream().map(Line::of).toList());
    }
}
