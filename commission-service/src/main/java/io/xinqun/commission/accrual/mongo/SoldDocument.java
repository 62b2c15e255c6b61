package io.xinqun.commission.accrual.mongo;

import io.xinqun.commission.ledger.sold.SoldLine;
import io.xinqun.commission.ledger.sold.SoldOrder;
import io.xinqun.commission.ledger.sold.SoldOrder.Through;
import io.xinqun.kernel.money.Fen;
import java.util.List;
import org.bson.Document;

/// What a paid order was about, in its booking.
final class SoldDocument {

    static final String FIELD = "sold";

    private SoldDocument() {}

    static Document of(SoldOrder order) {
        return new Document("through", order.through().name())
                .append("second", order.second())
                .append("level", order.curatorLevel())
                .append("lines", order.lines().stream().map(SoldDocument::of).toList());
    }

    private static Document of(SoldLine line) {
        SoldLine.Article article = line.article();
        return new Document("line", line.lineId())
                .append("sku", article.skuId())
                .append("supplier", article.supplierId())
                .append("category", article.categoryPath())
                .append("activity", article.activity())
                .append("quantity", line.quantity())
                .append("paidFen", line.paid().amount())
                .append("supplierFen", line.supplier().amount());
    }

    static SoldOrder order(Document document) {
        List<Document> lines = document.getList("lines", Document.class);
        return new SoldOrder(
                lines.stream().map(SoldDocument::line).toList(),
                Through.valueOf(document.getString("through")),
                document.getBoolean("second"),
                document.getString("level"));
    }

    private static SoldLine line(Document document) {
        return new SoldLine(
                document.getString("line"),
                new SoldLine.Article(
                        document.getString("sku"),
                        document.getString("supplier"),
                        document.getList("category", String.class),
                        document.getString("activity")),
                number(document, "quantity"),
                Fen.of(number(document, "paidFen")),
                Fen.of(number(document, "supplierFen")));
    }

    private static long number(Document document, String name) {
        return document.get(name, Number.class).longValue();
    }
}
