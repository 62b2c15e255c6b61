package io.xinqun.community.model.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A group whose members trust each other, with its owner and its seats.
///
/// Shape: `free` is how many seats are surely free; it is never too high. The owner has no seat.
/// `fingerprint` is that of the request that founded it.
public record Community(
        String id,
        String owner,
        CommunityProfile profile,
        int free,
        CommunityStatus status,
        Instant createdAt,
        String fingerprint) {

    public Community {
        // As the store keeps it: what is answered at once and what is read later are the same.
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Community founded(
            String id, String owner, CommunityProfile profile, Instant now, String fingerprint) {
        return new Community(
                id, owner, profile, profile.capacity(), CommunityStatus.OPEN, now, fingerprint);
    }

    public int members() {
        return profile.capacity() - free;
    }

    public boolean isOwnedBy(String account) {
        return owner.equals(account);
    }
}
