package io.xinqun.order.store;

import io.xinqun.order.order.money.PaymentAttempt;
import io.xinqun.order.order.money.Payments;
import io.xinqun.order.order.money.Receipt;
import io.xinqun.order.order.money.Refund;
import io.xinqun.order.order.money.RefundReason;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The money side of an order as it is stored.
final class MoneyDocument {

    private MoneyDocument() {}

    static Document of(Receipt receipt) {
        return new Document("provider", receipt.provider())
                .append("number", receipt.number())
                .append("transaction", receipt.transactionId())
                .append("fen", receipt.amount().amount())
                .append("paidAt", Date.from(receipt.paidAt()));
    }

    static Receipt receipt(Document document) {
        return new Receipt(
                document.getString("provider"),
                document.getString("number"),
                document.getString("transaction"),
                Fields.fen(document, "fen"),
                Fields.time(document, "paidAt"));
    }

    /// Without the time of the next query, which is the order's indexed field `queryAt`.
    static @Nullable Document of(@Nullable PaymentAttempt attempt) {
        if (attempt == null) {
            return null;
        }
        return new Document("round", attempt.round())
                .append("channel", attempt.channel())
                .append("payer", attempt.payer())
                .append("startedAt", Date.from(attempt.startedAt()))
                .append("queries", attempt.queries());
    }

    static Document of(Refund refund) {
        return new Document("round", refund.round())
                .append("reason", refund.reason().code())
                .append("receipt", of(refund.receipt()))
                .append("succeeded", refund.progress().succeeded())
                .append("tries", refund.progress().tries())
                .append("nextAt", Date.from(refund.progress().nextAt()));
    }

    static Payments payments(Document order) {
        Document attempt = order.get("attempt", Document.class);
        List<Refund> refunds =
                order.getList("refunds", Document.class, List.of()).stream()
                        .map(each -> refund(order.getString("_id"), each))
                        .toList();
        return new Payments(attempt == null ? null : attempt(order, attempt), refunds);
    }

    private static PaymentAttempt attempt(Document order, Document attempt) {
        return new PaymentAttempt(
                order.getString("_id"),
                attempt.getInteger("round"),
                attempt.getString("channel"),
                attempt.getString("payer"),
                Fields.time(attempt, "startedAt"),
                attempt.getInteger("queries"),
                Fields.optionalTime(order, "queryAt"));
    }

    private static Refund refund(String orderId, Document refund) {
        return new Refund(
                orderId,
                refund.getInteger("round"),
                receipt(refund.get("receipt", Document.class)),
                RefundReason.of(refund.getString("reason")),
                new Refund.Progress(
                        refund.getBoolean("succeeded"),
                        refund.getInteger("tries"),
                        Fields.time(refund, "nextAt")));
    }
}
