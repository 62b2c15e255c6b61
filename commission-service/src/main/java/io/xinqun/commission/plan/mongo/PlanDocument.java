package io.xinqun.commission.plan.mongo;

import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.PlanDraft;
import io.xinqun.commission.plan.PlanState;
import io.xinqun.commission.plan.PlanVersion;
import io.xinqun.commission.plan.Plans.StoredPlan;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/// A plan in the collection `plans`.
///
/// Shape: `requests` lists the requests that changed the plan, with the number of versions after
/// it; `sequence` counts the changes. State: a plan of before there were drafts has no `retired`
/// and says it in its versions.
final class PlanDocument {

    static final String COLLECTION = "plans";
    static final String SEQUENCE = "sequence";
    static final String REQUESTS = "requests";
    static final String VERSIONS = "versions";
    static final String DRAFT = "draft";
    static final String RETIRED = "retired";
    private static final String REVISION = "revision";
    private static final String STATE = "state";

    private PlanDocument() {}

    /// Everything but the id, the sequence, the requests and the outbox.
    static Document content(Plan plan) {
        PlanDraft draft = plan.draft();
        return new Document(VERSIONS, plan.versions().stream().map(PlanDocument::version).toList())
                .append(DRAFT, draft == null ? null : draft(draft))
                .append(RETIRED, plan.isRetired());
    }

    static Document request(String request, int version) {
        return new Document("id", request).append("version", version);
    }

    static StoredPlan stored(Document document) {
        Map<String, Integer> madeBy = new TreeMap<>();
        for (Document request : document.getList(REQUESTS, Document.class, List.of())) {
            madeBy.put(request.getString("id"), request.getInteger("version"));
        }
        long sequence = document.get(SEQUENCE, Number.class).longValue();
        return new StoredPlan(plan(document), sequence, madeBy);
    }

    static Plan plan(Document document) {
        List<PlanVersion> versions =
                document.getList(VERSIONS, Document.class).stream()
                        .map(PlanDocument::version)
                        .toList();
        Document draft = document.get(DRAFT, Document.class);
        return new Plan(
                document.getString("_id"),
                versions,
                draft == null ? null : draft(draft),
                document.getBoolean(RETIRED, isRetired(versions)));
    }

    private static boolean isRetired(List<PlanVersion> versions) {
        return !versions.isEmpty() && versions.getLast().state() == PlanState.RETIRED;
    }

    private static Document version(PlanVersion version) {
        Document document =
                new Document("number", version.number())
                        .append(STATE, version.state().text())
                        .append("activeFrom", Date.from(version.activeFrom()));
        return TermsDocument.append(document, version.terms());
    }

    private static PlanVersion version(Document document) {
        return new PlanVersion(
                document.getInteger("number"),
                PlanState.parse(document.getString(STATE)),
                document.getDate("activeFrom").toInstant(),
                TermsDocument.terms(document));
    }

    private static Document draft(PlanDraft draft) {
        return TermsDocument.append(new Document(REVISION, draft.revision()), draft.terms());
    }

    private static PlanDraft draft(Document document) {
        return new PlanDraft(document.getInteger(REVISION), TermsDocument.terms(document));
    }
}
