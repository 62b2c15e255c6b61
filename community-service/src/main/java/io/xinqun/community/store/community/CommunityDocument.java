package io.xinqun.community.store.community;

import io.xinqun.community.model.community.Admission;
import io.xinqun.community.model.community.Community;
import io.xinqun.community.model.community.CommunityKind;
import io.xinqun.community.model.community.CommunityProfile;
import io.xinqun.community.model.community.CommunityStatus;
import io.xinqun.community.model.community.Purpose;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/// A [Community] as a document: its profile, and its seats in `free`, `claims`, `departures` and
/// `seatVersion`, which only [MongoSeats] writes.
final class CommunityDocument {

    private CommunityDocument() {}

    static Document whole(Community community) {
        CommunityProfile profile = community.profile();
        return new Document("_id", community.id())
                .append("owner", community.owner())
                .append("name", profile.name())
                .append("kind", profile.kind().code())
                .append("purpose", profile.purpose().code())
                .append("admission", profile.admission().code())
                .append("capacity", profile.capacity())
                .append("tags", profile.tags())
                .append("rules", profile.rules())
                .append("status", community.status().code())
                .append("createdAt", Date.from(community.createdAt()))
                .append("fingerprint", community.fingerprint())
                .append("free", community.free())
                .append("claims", List.of())
                .append("departures", 0)
                .append("seatVersion", 1L)
                .append("sequence", 1L);
    }

    static Community read(Document document) {
        CommunityProfile profile =
                new CommunityProfile(
                        document.getString("name"),
                        CommunityKind.of(document.getString("kind")).orElseThrow(),
                        Purpose.of(document.getString("purpose")).orElseThrow(),
                        Admission.of(document.getString("admission")).orElseThrow(),
                        document.getInteger("capacity"),
                        document.getList("tags", String.class),
                        document.getString("rules"));
        return new Community(
                document.getString("_id"),
                document.getString("owner"),
                profile,
                document.getInteger("free"),
                CommunityStatus.of(document.getString("status")).orElseThrow(),
                document.getDate("createdAt").toInstant(),
                document.getString("fingerprint"));
    }
}
