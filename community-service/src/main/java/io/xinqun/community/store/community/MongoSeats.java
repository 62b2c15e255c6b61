package io.xinqun.community.store.community;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.model.community.MembershipStatus;
import io.xinqun.community.model.community.Seats;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Mono;

/// The seats in a community's document: `free`, the claims in hand, and `seatVersion`, which every
/// write of them raises.
///
/// The recount is safe because a membership becomes active only through a claim in this document:
/// whoever becomes active while it counts either still has the claim here (and is counted by it) or
/// has settled it, which raised `seatVersion`, and then the recount's own write fails. Abandoned
/// joins are ended on the membership first, so that a late one cannot finish without a seat.
public final class MongoSeats implements Seats {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .sort(new Document("_id", 1))
                    .returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> communities;
    private final MongoCollection<Document> memberships;

    public MongoSeats(MongoDatabase database) {
        this.communities = database.getCollection(MongoCommunities.COLLECTION);
        this.memberships = database.getCollection(MongoMemberships.COLLECTION);
    }

    @Override
    public Mono<Claim> claim(String community, String claim, String account, Instant now) {
        Document filter =
                new Document("_id", community)
                        .append("free", new Document("$gt", 0))
                        .append("claims.id", new Document("$ne", claim));
        Document held =
                new Document("id", claim).append("account", account).append("at", Date.from(now));
        Document update =
                new Document("$inc", new Document("free", -1).append("seatVersion", 1L))
                        .append("$push", new Document("claims", held));
        return Mono.from(communities.findOneAndUpdate(filter, update, AFTER))
                .map(taken -> Claim.HELD)
                .switchIfEmpty(Mono.defer(() -> whyNot(community, claim)));
    }

    private Mono<Claim> whyNot(String community, String claim) {
        Document filter = new Document("_id", community).append("claims.id", claim);
        return Mono.from(communities.find(filter))
                .map(there -> Claim.HELD_BEFORE)
                .defaultIfEmpty(Claim.FULL);
    }

    @Override
    public Mono<Void> settle(String community, String claim) {
        return drop(community, claim, 0);
    }

    @Override
    public Mono<Void> release(String community, String claim) {
        return drop(community, claim, 1);
    }

    private Mono<Void> drop(String community, String claim, int freed) {
        Document filter = new Document("_id", community).append("claims.id", claim);
        Document update =
                new Document("$inc", new Document("free", freed).append("seatVersion", 1L))
                        .append("$pull", new Document("claims", new Document("id", claim)));
        return Mono.from(communities.updateOne(filter, update)).then();
    }

    @Override
    public Mono<Void> markDeparture(String community) {
        Document update =
                new Document("$inc", new Document("departures", 1).append("seatVersion", 1L));
        return Mono.from(communities.updateOne(new Document("_id", community), update)).then();
    }

    @Override
    public Mono<Boolean> recount(String community, Instant abandoned) {
        return Mono.from(communities.find(new Document("_id", community)))
                .filter(document -> isWorthwhile(document, abandoned))
                .flatMap(document -> endAbandoned(document, abandoned).thenReturn(document))
                .flatMap(document -> active(community).flatMap(n -> write(document, n, abandoned)))
                .defaultIfEmpty(false);
    }

    private static boolean isWorthwhile(Document document, Instant abandoned) {
        return document.getInteger("departures") > 0
                || claims(document).stream().anyMatch(claim -> isOld(claim, abandoned));
    }

    /// Who still joins under an old claim has to begin again.
    private Mono<Void> endAbandoned(Document document, Instant abandoned) {
        List<String> old =
                claims(document).stream()
                        .filter(claim -> isOld(claim, abandoned))
                        .map(claim -> claim.getString("id"))
                        .toList();
        Document filter =
                new Document("community", document.getString("_id"))
                        .append("status", MembershipStatus.JOINING.code())
                        .append("claim", new Document("$in", old));
        Document update =
                new Document("$set", new Document("status", MembershipStatus.LAPSED.code()))
                        .append("$inc", new Document(MembershipDocument.SEQUENCE, 1L));
        return Mono.from(memberships.updateMany(filter, update)).then();
    }

    private Mono<Long> active(String community) {
        Document filter =
                new Document("community", community)
                        .append("status", MembershipStatus.ACTIVE.code());
        return Mono.from(memberships.countDocuments(filter));
    }

    private Mono<Boolean> write(Document document, long active, Instant abandoned) {
        List<Document> kept =
                claims(document).stream().filter(claim -> !isOld(claim, abandoned)).toList();
        int free = (int) (document.getInteger("capacity") - active - kept.size());
        Document filter =
                new Document("_id", document.getString("_id"))
                        .append("seatVersion", document.get("seatVersion"));
        Document update =
                new Document(
                                "$set",
                                new Document("free", free)
                                        .append("claims", kept)
                                        .append("departures", 0))
                        .append("$inc", new Document("seatVersion", 1L));
        return Mono.from(communities.findOneAndUpdate(filter, update, AFTER))
                .map(written -> free > 0)
                .defaultIfEmpty(true);
    }

    private static List<Document> claims(Document document) {
        return document.getList("claims", Document.class, List.of());
    }

    private static boolean isOld(Document claim, Instant abandoned) {
        return claim.getDate("at").toInstant().isBefore(abandoned);
    }
}
