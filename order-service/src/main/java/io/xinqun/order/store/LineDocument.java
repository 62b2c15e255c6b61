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
import io.xinqun.order.order.line.SplitRule.Cap;
import io.xinqun.order.order.line.SplitRule.Cut;
import io.xinqun.order.order.line.SplitRule.Rounding;
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
                .append("category", article.categoryPath())
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
                        document.getString("unit"),
                        document.getList("category", String.class, List.of()));
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
        Cut cut = rule.cut();
        return new Document("plan", rule.planId())
                .append("version", rule.version())
                .append("baseFen", rule.base().amount())
                .append("rate", rule.rate() == null ? null : rule.rate().value())
                .append("fixedFen", amount(rule.fixed()))
                .append("rounding", rule.rounding().code())
                .append("cappedFromFen", cut == null ? null : (Long) cut.from().amount())
                .append("cappedBy", cut == null ? null : cut.by().code())
                .append("supplierFundsFen", rule.supplierFunds().amount());
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
                Rounding.of(text(document, "rounding", Rounding.DOWN.code())),
                cut(document),
                Objects.requireNonNullElse(
                        Fields.optionalFen(document, "supplierFundsFen"), Fen.ZERO));
    }

    /// Before there were other caps, only the margin cut.
    private static @Nullable Cut cut(Document document) {
        Fen from = Fields.optionalFen(document, "cappedFromFen");
        return from == null
                ? null
                : new Cut(from, Cap.of(text(document, "cappedBy", Cap.MARGIN.code())));
    }

    private static String text(Document document, String name, String absent) {
        return Objects.requireNonNullElse(document.getString(name), absent);
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
                .append("binding", attribution.bindingVersion())
                .append("level", attribution.level());
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
                Fields.number(document, "binding"),
                document.getString("level"));
    }

    static List<OrderLine> lines(Document order) {
        return Objects.requireNonNull(order.getList("lines", Document.class)).stream()
                .map(LineDocument::line)
                .toList();
    }
}
