package io.xinqun.order.store;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.line.Attribution;
import io.xinqun.order.order.line.LineKind;
import io.xinqun.order.order.line.OrderLine;
import io.xinqun.order.order.line.OrderLine.Article;
import io.xinqun.order.order.line.OrderLine.Price;
import io.xinqun.order.order.line.PriceReason;
import io.xinqun.order.order.line.PriceTier;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRole;
import io.xinqun.order.order.line.SplitRule;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The frozen lines of an order and its attribution as they are stored.
final class LineDocument {

    private LineDocument() {}

    static Document of(OrderLine line) {
        Article article = line.article();
        return new Document("line", line.lineId())
                .append("sku", article.skuId())
                .append("product", article.productId())
                .append("supplier", article.supplierId())
                .append("name", article.name())
                .append("kind", article.kind().code())
                .append("unit", article.stockUnit())
                .append("quantity", line.quantity())
                .append("priceFen", line.price().unit().amount())
                .append("tier", line.price().tier().code())
                .append("reason", line.price().reason().code())
                .append("split", line.split().stream().map(LineDocument::of).toList());
    }

    static OrderLine line(Document document) {
        Article article =
                new Article(
                        document.getString("sku"),
                        document.getString("product"),
                        document.getString("supplier"),
                        document.getString("name"),
                        LineKind.of(document.getString("kind")),
                        document.getString("unit"));
        Price price =
                new Price(
                        Fields.fen(document, "priceFen"),
                        PriceTier.of(document.getString("tier")),
                        PriceReason.of(document.getString("reason")));
        return new OrderLine(
                document.getString("line"),
                article,
                Fields.number(document, "quantity"),
                price,
                document.getList("split", Document.class).stream()
                        .map(LineDocument::part)
                        .toList());
    }

    private static Document of(SplitPart part) {
        SplitRule rule = part.rule();
        return new Document("role", part.role().code())
                .append("account", part.account())
                .append("fen", part.amount().amount())
                .append("rule", rule == null ? null : of(rule));
    }

    private static SplitPart part(Document document) {
        Document rule = document.get("rule", Document.class);
        return new SplitPart(
                SplitRole.of(document.getString("role")),
                document.getString("account"),
                Fields.fen(document, "fen"),
                rule == null ? null : rule(rule));
    }

    private static Document of(SplitRule rule) {
        return new Document("plan", rule.planId())
                .append("version", rule.version())
                .append("baseFen", rule.base().amount())
                .append("rate", rule.rate() == null ? null : rule.rate().value())
                .append("fixedFen", amount(rule.fixed()))
                .append("cappedFromFen", amount(rule.cappedFrom()));
    }

    private static @Nullable Long amount(@Nullable Fen fen) {
        return fen == null ? null : (Long) fen.amount();
    }

    private static SplitRule rule(Document document) {
        Integer rate = document.getInteger("rate");
        return new SplitRule(
                document.getString("plan"),
                Fields.number(document, "version"),
                Fields.fen(document, "baseFen"),
                rate == null ? null : BasisPoints.of(rate),
                Fields.optionalFen(document, "fixedFen"),
                Fields.optionalFen(document, "cappedFromFen"));
    }

    static @Nullable Document of(@Nullable Attribution attribution) {
        if (attribution == null) {
            return null;
        }
        return new Document("sharer", attribution.sharer())
                .append("second", attribution.second())
                .append("link", attribution.link())
                .append("channel", attribution.channel())
                .append("policy", attribution.policyVersion())
                .append("binding", attribution.bindingVersion());
    }

    static @Nullable Attribution attribution(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        return new Attribution(
                document.getString("sharer"),
                document.getString("second"),
                document.getString("link"),
                document.getString("channel"),
                Fields.number(document, "policy"),
                Fields.number(document, "binding"));
    }

    static List<OrderLine> lines(Document order) {
        return Objects.requireNonNull(order.getList("lines", Document.class)).stream()
                .map(LineDocument::line)
                .toList();
    }
}
