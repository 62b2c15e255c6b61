package io.xinqun.commission.plan.mongo;

import io.xinqun.commission.plan.Pay;
import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.PlanState;
import io.xinqun.commission.plan.PlanTerms;
import io.xinqun.commission.plan.PlanVersion;
import io.xinqun.commission.plan.Plans.StoredPlan;
import io.xinqun.commission.plan.Scope;
import io.xinqun.commission.plan.ScopeKind;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A plan in the collection `plans`.
///
/// Shape: `requests` lists which request made which version; `sequence` counts the changes.
final class PlanDocument {

    static final String COLLECTION = "plans";
    static final String SEQUENCE = "sequence";
    static final String REQUESTS = "requests";
    static final String VERSIONS = "versions";

    private PlanDocument() {}

    static List<Document> versions(Plan plan) {
        return plan.versions().stream().map(PlanDocument::version).toList();
    }

    static Document request(String request, int version) {
        return new Document("id", request).append("version", version);
    }

    static StoredPlan stored(Document document) {
        Map<String, Integer> revisedBy = new TreeMap<>();
        for (Document request : document.getList(REQUESTS, Document.class, List.of())) {
            revisedBy.put(request.getString("id"), request.getInteger("version"));
        }
        long sequence = document.get(SEQUENCE, Number.class).longValue();
        return new StoredPlan(plan(document), sequence, revisedBy);
    }

    static Plan plan(Document document) {
        return new Plan(
                document.getString("_id"),
                document.getList(VERSIONS, Document.class).stream()
                        .map(PlanDocument::version)
                        .toList());
    }

    private static Document version(PlanVersion version) {
        PlanTerms terms = version.terms();
        Document document =
                new Document("number", version.number())
                        .append("state", version.state().text())
                        .append("activeFrom", Date.from(terms.activeFrom()))
                        .append("scope", terms.scope().kind().text())
                        .append("scopeValue", terms.scope().value())
                        .append("level1", pay(terms.level1()))
                        .append("selfPurchase", terms.selfPurchase());
        return terms.level2() == null ? document : document.append("level2", pay(terms.level2()));
    }

    private static PlanVersion version(Document document) {
        Document second = document.get("level2", Document.class);
        PlanTerms terms =
                new PlanTerms(
                        new Scope(
                                ScopeKind.parse(document.getString("scope")),
                                document.getString("scopeValue")),
                        document.getDate("activeFrom").toInstant(),
                        pay(document.get("level1", Document.class)),
                        second == null ? null : pay(second),
                        document.getBoolean("selfPurchase"));
        PlanState state = PlanState.parse(document.getString("state"));
        return new PlanVersion(document.getInteger("number"), state, terms);
    }

    private static Document pay(Pay pay) {
        return switch (pay) {
            case Pay.OfPaidGoods(BasisPoints rate) -> new Document("basisPoints", rate.value());
            case Pay.PerUnit(Fen fixed) -> new Document("fixedFen", fixed.amount());
        };
    }

    private static Pay pay(Document document) {
        @Nullable Number fixed = document.get("fixedFen", Number.class);
        return fixed == null
                ? new Pay.OfPaidGoods(BasisPoints.of(document.getInteger("basisPoints")))
                : new Pay.PerUnit(Fen.of(fixed.longValue()));
    }
}
