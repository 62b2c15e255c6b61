package io.xinqun.community.signin;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.session.RefreshToken;
import io.xinqun.community.model.session.RefreshTokens;
import io.xinqun.community.model.session.Session;
import io.xinqun.community.model.session.SessionEnd;
import io.xinqun.community.model.session.Sessions;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import reactor.core.publisher.Mono;

/// Exchanges a refresh token for the next one and a new access token.
///
/// State: each token is exchanged once. Presented again within [Session#REPEAT_WINDOW] it gives the
/// same successor, later it ends the session: somebody else has a copy, and nobody can tell who of
/// the two is the owner. So a session never has two live tokens. Errors: `refresh-refused`,
/// `account-suspended`.
public final class RefreshSignIn {

    /// Two refreshes at once need one repeat; more are somebody's attack or a broken clock.
    private static final int REPEATS = 3;

    private final Sessions sessions;
    private final Accounts accounts;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final SignInSettings settings;
    private final Clock clock;

    public RefreshSignIn(
            Sessions sessions,
            Accounts accounts,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            OpenSession.SessionContext context) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.settings = context.settings();
        this.clock = context.clock();
    }

    public Mono<SignedIn> handle(String text) {
        return Mono.justOrEmpty(refreshTokens.read(text))
                .switchIfEmpty(Mono.error(RefreshSignIn::refused))
                .flatMap(token -> exchange(token, REPEATS));
    }

    private Mono<SignedIn> exchange(RefreshToken token, int repeats) {
        return sessions.find(token.session())
                .switchIfEmpty(Mono.error(RefreshSignIn::refused))
                .flatMap(session -> judged(session, token, repeats));
    }

    private Mono<SignedIn> judged(Session session, RefreshToken token, int repeats) {
        return switch (session.judge(token.hash(), clock.instant())) {
            case ROTATE ->
                    activeAccount(session).flatMap(owner -> rotate(session, token, owner, repeats));
            case REPEAT -> activeAccount(session).map(owner -> repeat(session, token, owner));
            case REUSED ->
                    sessions.end(session.id(), SessionEnd.REUSED_TOKEN)
                            .then(Mono.error(RefreshSignIn::refused));
            case ENDED -> Mono.error(RefreshSignIn::refused);
        };
    }

    private Mono<SignedIn> rotate(
            Session session, RefreshToken token, Account account, int repeats) {
        String salt = refreshTokens.salt();
        RefreshToken next = refreshTokens.successor(token, salt);
        Instant now = clock.instant();
        Session rotated = session.rotated(next.hash(), salt, now, settings.sessionLife());
        return sessions.rotate(session, rotated)
                .flatMap(won -> {
                    if (won) {
                        return Mono.just(accessTokens.with(account, next));
                    }
                    return repeats > 0
                            ? exchange(token, repeats - 1)
                            : Mono.error(RefreshSignIn::refused);
                });
    }

    private SignedIn repeat(Session session, RefreshToken token, Account account) {
        String salt = Objects.requireNonNull(session.rotation()).salt();
        return accessTokens.with(account, refreshTokens.successor(token, salt));
    }

    private Mono<Account> activeAccount(Session session) {
        return accounts.find(session.account())
                .switchIfEmpty(Mono.error(RefreshSignIn::refused))
                .flatMap(account -> account.isActive() ? Mono.just(account) : suspended(session));
    }

    private Mono<Account> suspended(Session session) {
        return sessions.end(session.id(), SessionEnd.ACCOUNT_SUSPENDED)
                .then(
                        Mono.error(() ->
                                new Problem(
                                        CommunityProblem.ACCOUNT_SUSPENDED,
                                        "Ask the operator why")));
    }

    private static Problem refused() {
        return new Problem(CommunityProblem.REFRESH_REFUSED, "Sign in again");
    }
}
