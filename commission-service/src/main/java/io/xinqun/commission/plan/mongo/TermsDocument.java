package io.xinqun.commission.plan.mongo;

import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.commission.plan.terms.Scope;
import io.xinqun.commission.plan.terms.ScopeKind;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The terms of a version or of a draft as they are stored; what is absent does not bound.
final class TermsDocument {

    private static final String LEVEL_2 = "level2";

    private TermsDocument() {}

    /// Adds the terms to the document.
    static Document append(Document document, PlanTerms terms) {
        document.append("scope", terms.scope().kind().text())
                .append("scopeValue", terms.scope().value())
                .append("level1", level(terms.level1()))
                .append("selfPurchase", terms.selfPurchase());
        return terms.level2() == null ? document : document.append(LEVEL_2, level(terms.level2()));
    }

    static PlanTerms terms(Document document) {
        Document second = document.get(LEVEL_2, Document.class);
        return new PlanTerms(
                new Scope(
                        ScopeKind.parse(document.getString("scope")),
                        document.getString("scopeValue")),
                level(document.get("level1", Document.class)),
                second == null ? null : level(second),
                document.getBoolean("selfPurchase"));
    }

    private static Document level(Level level) {
        Document document =
                switch (level.pay()) {
                    case Pay.OfPaidGoods(BasisPoints rate) ->
                            new Document("basisPoints", rate.value());
                    case Pay.PerUnit(Fen fixed) -> new Document("fixedFen", fixed.amount());
                };
        put(document, "perLineFen", level.perLine());
        put(document, "perOrderFen", level.perOrder());
        return document.append("supplierFunds", level.supplierFunds().value());
    }

    private static void put(Document document, String name, @Nullable Fen amount) {
        if (amount != null) {
            document.append(name, amount.amount());
        }
    }

    private static Level level(Document document) {
        Fen fixed = fen(document, "fixedFen");
        Pay pay =
                fixed == null
                        ? new Pay.OfPaidGoods(BasisPoints.of(document.getInteger("basisPoints")))
                        : new Pay.PerUnit(fixed);
        return new Level(
                pay,
                fen(document, "perLineFen"),
                fen(document, "perOrderFen"),
                BasisPoints.of(document.getInteger("supplierFunds", 0)));
    }

    private static @Nullable Fen fen(Document document, String name) {
        Number amount = document.get(name, Number.class);
        return amount == null ? null : Fen.of(amount.longValue());
    }
}
