package io.xinqun.community.store.community;

import io.xinqun.community.model.community.Membership;
import io.xinqun.community.model.community.MembershipStatus;
import java.util.Date;
import org.bson.Document;

/// A [Membership] as a document. Its version is the field `sequence`, which numbers its events too.
final class MembershipDocument {

    static final String SEQUENCE = "sequence";

    private MembershipDocument() {}

    static Document whole(Membership membership) {
        Document document =
                new Document("_id", membership.id())
                        .append("community", membership.community())
                        .append("account", membership.account());
        document.putAll(changeable(membership));
        return document;
    }

    static Document changeable(Membership membership) {
        return new Document("status", membership.status().code())
                .append("claim", membership.claim())
                .append("since", Date.from(membership.since()))
                .append(SEQUENCE, membership.version());
    }

    static Membership read(Document document) {
        return new Membership(
                document.getString("community"),
                document.getString("account"),
                MembershipStatus.of(document.getString("status")).orElseThrow(),
                document.getString("claim"),
                document.getDate("since").toInstant(),
                document.get(SEQUENCE, Number.class).longValue());
    }
}
