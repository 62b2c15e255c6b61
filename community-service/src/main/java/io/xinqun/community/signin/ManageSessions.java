package io.xinqun.community.signin;

import io.xinqun.community.model.session.Session;
import io.xinqun.community.model.session.SessionEnd;
import io.xinqun.community.model.session.Sessions;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.PersonalData;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/// Shows an account its sessions and ends them.
///
/// Errors: `not-found` for a session of somebody else.
public final class ManageSessions {

    private final Sessions sessions;
    private final PersonalData personalData;
    private final Clock clock;

    public ManageSessions(Sessions sessions, PersonalData personalData, Clock clock) {
        this.sessions = sessions;
        this.personalData = personalData;
        this.clock = clock;
    }

    public Mono<List<Session>> list(String account) {
        return sessions.openOf(account, clock.instant());
    }

    /// What the owner called the device of a session.
    public String deviceOf(Session session) {
        return personalData.open(session.device());
    }

    /// Ends the session that the caller's own access token belongs to; repeating it is fine.
    public Mono<Void> signOut(String account, String session) {
        return own(account, session)
                .flatMap(mine -> sessions.end(mine.id(), SessionEnd.SIGNED_OUT));
    }

    public Mono<Void> revoke(String account, String session) {
        return own(account, session)
                .switchIfEmpty(Mono.error(ManageSessions::notFound))
                .flatMap(mine -> sessions.end(mine.id(), SessionEnd.REVOKED));
    }

    private Mono<Session> own(String account, String session) {
        return sessions.find(session).filter(found -> found.account().equals(account));
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "You have no such session");
    }
}
