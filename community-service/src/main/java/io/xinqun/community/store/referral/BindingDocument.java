package io.xinqun.community.store.referral;

import io.xinqun.community.model.referral.AttributionModel;
import io.xinqun.community.model.referral.Binding;
import io.xinqun.community.model.referral.ReferralPolicy;
import java.util.Date;
import org.bson.Document;

/// A [Binding] as a document. Its version is the field `sequence`, which numbers its events too.
final class BindingDocument {

    static final String SEQUENCE = "sequence";

    private BindingDocument() {}

    static Document changeable(Binding binding) {
        Document policy =
                new Document("version", binding.policy().version())
                        .append("model", binding.policy().model().code())
                        .append("windowDays", binding.policy().windowDays());
        return new Document("link", ShareLinkDocument.whole(binding.link()))
                .append("sharer", binding.sharer())
                .append("second", binding.second())
                .append("policy", policy)
                .append("touchedAt", Date.from(binding.touchedAt()))
                .append("expiresAt", Date.from(binding.expiresAt()))
                .append("revoked", binding.revoked())
                .append(SEQUENCE, binding.version());
    }

    static Binding read(Document document) {
        Document policy = document.get("policy", Document.class);
        return new Binding(
                document.getString("_id"),
                document.get(SEQUENCE, Number.class).longValue(),
                ShareLinkDocument.read(document.get("link", Document.class)),
                document.getString("second"),
                policy(policy),
                document.getDate("touchedAt").toInstant(),
                document.getDate("expiresAt").toInstant(),
                document.getBoolean("revoked"));
    }

    private static ReferralPolicy policy(Document policy) {
        return new ReferralPolicy(
                policy.getInteger("version"),
                AttributionModel.of(policy.getString("model")).orElseThrow(),
                policy.getInteger("windowDays"));
    }
}
