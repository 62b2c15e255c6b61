package io.xinqun.community.model.session;

/// A refresh token: opaque to clients, `session.generation.secret.mark` to us.
///
/// Shape: the secret has 256 bits and is stored only as `hash`; the mark proves that we made it, so
/// that only a real former token can end a session, never a guess at its id.
public record RefreshToken(String session, long generation, String secret, String text) {

    public String hash() {
        return Secrets.sha256(secret);
    }

    /// Never in a log by accident.
    @Override
    public String toString() {
        return "refresh token of " + session;
    }
}
