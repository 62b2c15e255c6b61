package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.sold.SoldOrder;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A paid order as the ledger sees it: what came in and who gets it.
///
/// Units: fen; what is paid = goods + freight = the lines' splits + freight, to the last fen.
/// Errors: an order whose parts do not sum, or that pays a role of a line twice, can never be
/// booked: [PoisonMessage].
public record PaidOrder(
        Cause cause,
        Instant at,
        Fen paid,
        Fen freight,
        List<PaidLine> lines,
        SoldOrder sold,
        @Nullable String traceparent) {

    public PaidOrder {
        lines = List.copyOf(lines);
        requireSum("payment", cause, paid, goodsOf(lines).plus(freight));
        requireNotNegative(cause, freight);
        Set<String> seen = new HashSet<>();
        for (PaidLine line : lines) {
            requireSum("split-sum", cause, line.paid(), line.splitSum());
            requireEachRoleOnce(cause, line);
            line.split().forEach(share -> requireNotNegative(cause, share.amount()));
            if (!seen.add(line.lineId())) {
                throw new PoisonMessage("line-twice", cause.orderId() + ' ' + line.lineId());
            }
        }
    }

    private static Fen goodsOf(List<PaidLine> lines) {
        return lines.stream().map(PaidLine::paid).reduce(Fen.ZERO, Fen::plus);
    }

    private static void requireSum(String reason, Cause cause, Fen whole, Fen sum) {
        if (!whole.equals(sum)) {
            throw new PoisonMessage(
                    reason, cause.orderId() + ": " + sum.amount() + " of " + whole.amount());
        }
    }

    private static void requireNotNegative(Cause cause, Fen amount) {
        if (amount.isNegative()) {
            throw new PoisonMessage("negative-share", cause.orderId() + ": " + amount.amount());
        }
    }

    private static void requireEachRoleOnce(Cause cause, PaidLine line) {
        Set<ShareRole> roles = EnumSet.noneOf(ShareRole.class);
        for (Share share : line.split()) {
            if (!roles.add(share.role())) {
                throw new PoisonMessage(
                        "role-twice", cause.orderId() + ' ' + line.lineId() + ' ' + share.role());
            }
        }
    }
}
