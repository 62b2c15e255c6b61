package io.xinqun.community.signin;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.session.RefreshToken;
import io.xinqun.community.model.session.RefreshTokens;
import io.xinqun.community.model.session.Session;
import io.xinqun.community.model.session.SessionEnd;
import io.xinqun.community.model.session.Sessions;
import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.PersonalData;
import java.time.Clock;
import reactor.core.publisher.Mono;

/// Opens a session for somebody who has proved who they are.
///
/// Shape: several devices, each a session of its own; beyond the limit the least used one ends.
/// Errors: `account-suspended`.
public final class OpenSession {

    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final SignInSettings settings;
    private final Ids ids;
    private final PersonalData personalData;
    private final Clock clock;

    public OpenSession(
            Sessions sessions,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            SessionContext context) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.settings = context.settings();
        this.ids = context.ids();
        this.personalData = context.personalData();
        this.clock = context.clock();
    }

    /// What every session is made with.
    public record SessionContext(
            SignInSettings settings, Ids ids, Clock clock, PersonalData personalData) {}

    Mono<SignedIn> handle(Account account, String device) {
        if (!account.isActive()) {
            return Mono.error(
                    new Problem(CommunityProblem.ACCOUNT_SUSPENDED, "Ask the operator why"));
        }
        RefreshToken token = refreshTokens.first(ids.next());
        // People call their phones by their own names, so the label is sealed.
        String label = personalData.seal(device);
        Session session =
                settings.sessionLife()
                        .open(token.session(), account.id(), label, token.hash(), clock.instant());
        return sessions.add(session)
                .then(
                        sessions.endBeyond(
                                account.id(), settings.devices(), SessionEnd.TOO_MANY_DEVICES))
                .then(Mono.fromSupplier(() -> accessTokens.with(account, token)));
    }
}
