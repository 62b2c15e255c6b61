package io.xinqun.community.model.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// One device's sign-in: a family of refresh tokens of which exactly one is live.
///
/// Shape: `device` is what its owner calls the device, sealed; `current` is the hash of the live
/// token; `rotation` tells about the token before it. State: open, then ended for a [SessionEnd] or
/// past `expiresAt`; it never opens again.
public record Session(
        String id,
        String account,
        String device,
        String current,
        @Nullable Rotation rotation,
        Instant createdAt,
        Instant usedAt,
        Instant expiresAt,
        @Nullable SessionEnd end) {

    public Session {
        // As the store keeps them: what is answered at once and what is read later are the same.
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        usedAt = usedAt.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /// How long the token before the current one is answered with the current one once more. A
    /// phone that refreshes twice at once, or loses an answer on the way, repeats within seconds; a
    /// thief who comes later is found out.
    public static final Duration REPEAT_WINDOW = Duration.ofSeconds(10);

    /// The last exchange: the hash of the token that was given, and the salt of its successor.
    public record Rotation(String previous, String salt, Instant at) {}

    /// What a presented refresh token means for this session.
    public enum Verdict {
        /// It is the live one: exchange it.
        ROTATE,
        /// It was exchanged a moment ago: the same successor again, nothing changes.
        REPEAT,
        /// It was exchanged long ago: somebody has a copy, the session ends.
        REUSED,
        /// There is no session any more.
        ENDED
    }

    /// Judges a token that carries our mark and names this session, by the hash of its secret.
    public Verdict judge(String presented, Instant now) {
        if (!isOpen(now)) {
            return Verdict.ENDED;
        }
        if (presented.equals(current)) {
            return Verdict.ROTATE;
        }
        boolean repeated =
                rotation != null
                        && presented.equals(rotation.previous())
                        && now.isBefore(rotation.at().plus(REPEAT_WINDOW));
        return repeated ? Verdict.REPEAT : Verdict.REUSED;
    }

    public boolean isOpen(Instant now) {
        return end == null && now.isBefore(expiresAt);
    }

    /// This session after its live token was exchanged.
    public Session rotated(String next, String salt, Instant now, SessionLife life) {
        return new Session(
                id,
                account,
                device,
                next,
                new Rotation(current, salt, now),
                createdAt,
                now,
                life.expiry(createdAt, now),
                null);
    }
}
