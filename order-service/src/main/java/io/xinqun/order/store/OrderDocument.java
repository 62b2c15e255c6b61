package io.xinqun.order.store;

import io.xinqun.order.order.Hold;
import io.xinqun.order.order.Milestone;
import io.xinqun.order.order.Order;
import io.xinqun.order.order.OrderState;
import io.xinqun.order.order.OrderTerms;
import io.xinqun.order.order.Reservation;
import io.xinqun.order.order.money.PaymentAttempt;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An order as it is stored: one document with its outbox.
///
/// State: what was agreed is written once; [#changing] is what later steps set. A deadline that is
/// over is null, so that its sparse index holds only orders with something to do.
final class OrderDocument {

    private OrderDocument() {}

    /// The whole document but the outbox. Deadlines that are not there stay out of it.
    static Document whole(Order order) {
        OrderTerms terms = order.terms();
        Document document =
                new Document("_id", order.id())
                        .append("buyer", terms.buyer())
                        .append("placedAt", Date.from(terms.window().placedAt()))
                        .append("payUntil", Date.from(terms.window().expiresAt()))
                        .append("graceMillis", terms.window().grace().toMillis())
                        .append("fingerprint", terms.context().fingerprint())
                        .append("units", order.reservation().holds().size())
                        .append("freightFen", terms.freight().amount())
                        .append("lines", terms.lines().stream().map(LineDocument::of).toList())
                        .append("milestones", milestones(order.milestones()));
        append(document, "community", terms.context().community());
        append(document, "attribution", LineDocument.of(terms.context().attribution()));
        append(document, "address", terms.context().sealedAddress());
        changing(order).forEach((name, value) -> append(document, name, value));
        return document;
    }

    /// What a step may change; null means that the field goes.
    static Document changing(Order order) {
        PaymentAttempt attempt = order.payments().attempt();
        boolean expires =
                switch (order.state()) {
                    case OrderState.Placing placing -> true;
                    case OrderState.AwaitingPayment awaiting -> true;
                    default -> false;
                };
        return new Document("state", order.state().name().code())
                .append("version", order.version())
                .append("sequence", order.sequence())
                .append("reservation", reservation(order.reservation()))
                .append("receipt", order.state().receipt().map(MoneyDocument::of).orElse(null))
                .append("attempt", MoneyDocument.of(attempt))
                .append(
                        "refunds",
                        order.payments().refunds().stream().map(MoneyDocument::of).toList())
                .append("expiresAt", expires ? date(order.terms().window()) : null)
                .append("resendAt", Fields.date(order.reservation().resendAt()))
                .append("queryAt", attempt == null ? null : Fields.date(attempt.nextQueryAt()))
                .append("refundAt", order.payments().refundDueAt().map(Date::from).orElse(null));
    }

    static List<Document> milestones(List<Milestone> milestones) {
        return milestones.stream()
                .map(each ->
                        new Document("sequence", each.sequence())
                                .append("state", each.state().code())
                                .append("at", Date.from(each.at())))
                .toList();
    }

    private static Date date(OrderTerms.Window window) {
        return Date.from(window.expiresAt());
    }

    private static void append(Document document, String name, @Nullable Object value) {
        if (value != null) {
            document.append(name, value);
        }
    }

    private static Document reservation(Reservation reservation) {
        return new Document("attempt", reservation.attempt())
                .append("sent", reservation.sent())
                .append("holds", reservation.holds().stream().map(OrderDocument::hold).toList());
    }

    private static Document hold(Hold hold) {
        return new Document("unit", hold.unit())
                .append("quantity", hold.quantity())
                .append("held", hold.held());
    }

    static Order order(Document document) {
        return new Order(
                terms(document),
                state(document),
                reservation(document),
                MoneyDocument.payments(document),
                document.getList("milestones", Document.class).stream()
                        .map(OrderDocument::milestone)
                        .toList(),
                Fields.number(document, "version"),
                Fields.number(document, "sequence"));
    }

    private static OrderTerms terms(Document document) {
        return new OrderTerms(
                document.getString("_id"),
                document.getString("buyer"),
                LineDocument.lines(document),
                Fields.fen(document, "freightFen"),
                new OrderTerms.Context(
                        document.getString("fingerprint"),
                        document.getString("community"),
                        LineDocument.attribution(document.get("attribution", Document.class)),
                        document.getString("address")),
                new OrderTerms.Window(
                        Fields.time(document, "placedAt"),
                        Fields.time(document, "payUntil"),
                        Duration.ofMillis(Fields.number(document, "graceMillis"))));
    }

    private static OrderState state(Document document) {
        var receipt =
                Optional.ofNullable(document.get("receipt", Document.class))
                        .map(MoneyDocument::receipt);
        return switch (OrderState.Name.of(document.getString("state"))) {
            case PLACING -> new OrderState.Placing();
            case AWAITING_PAYMENT -> new OrderState.AwaitingPayment();
            case REFUSED -> new OrderState.Refused();
            case EXPIRED -> new OrderState.Expired();
            case CANCELLED -> new OrderState.Cancelled();
            case RETAKING -> new OrderState.Retaking(receipt.orElseThrow());
            case PAID -> new OrderState.Paid(receipt.orElseThrow());
            case REFUNDING -> new OrderState.Refunding(receipt.orElseThrow());
            case REFUNDED -> new OrderState.Refunded(receipt.orElseThrow());
        };
    }

    private static Reservation reservation(Document document) {
        Document stored = document.get("reservation", Document.class);
        return new Reservation(
                document.getString("_id"),
                stored.getInteger("attempt"),
                stored.getList("holds", Document.class).stream()
                        .map(each ->
                                new Hold(
                                        each.getString("unit"),
                                        Fields.number(each, "quantity"),
                                        each.getBoolean("held")))
                        .toList(),
                stored.getInteger("sent"),
                Fields.optionalTime(document, "resendAt"));
    }

    private static Milestone milestone(Document document) {
        return new Milestone(
                Fields.number(document, "sequence"),
                OrderState.Name.of(document.getString("state")),
                Fields.time(document, "at"));
    }
}
