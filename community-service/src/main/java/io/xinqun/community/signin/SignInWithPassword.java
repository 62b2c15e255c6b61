package io.xinqun.community.signin;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.account.KeyedHash;
import io.xinqun.community.model.account.Login;
import io.xinqun.community.model.account.Logins;
import io.xinqun.community.model.account.Logins.Credential;
import io.xinqun.community.model.account.Passwords;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.util.Locale;
import reactor.core.publisher.Mono;

/// Signs a supplier or operator in with login and password.
///
/// State: every try is counted first; an unknown login costs the same work as a wrong password and
/// gets the same answer. Errors: `sign-in-refused`; `sign-in-blocked` after too many tries, with
/// `retryAfterSeconds`.
public final class SignInWithPassword {

    private static final String PURPOSE = "sign-in-attempts";

    private final Logins logins;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final OpenSession openSession;
    private final KeyedHash keyedHash;
    private final Clock clock;

    public SignInWithPassword(
            Credentials credentials, SignInAttempts attempts, OpenSession openSession) {
        this.logins = credentials.logins();
        this.accounts = credentials.accounts();
        this.passwords = credentials.passwords();
        this.keyedHash = credentials.keyedHash();
        this.clock = credentials.clock();
        this.attempts = attempts;
        this.openSession = openSession;
    }

    /// Where logins and passwords are known.
    public record Credentials(
            Logins logins,
            Accounts accounts,
            Passwords passwords,
            KeyedHash keyedHash,
            Clock clock) {}

    public Mono<SignedIn> handle(String login, String password, String device) {
        String key = keyedHash.text(PURPOSE, login.strip().toLowerCase(Locale.ROOT));
        return attempts.reserve(key, clock.instant())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(SignInWithPassword::blocked))
                .flatMap(reserved -> accountOf(login, password))
                .flatMap(account -> attempts.clear(key).thenReturn(account))
                .flatMap(account -> openSession.handle(account, device));
    }

    private Mono<Account> accountOf(String login, String password) {
        Credential nobody = new Credential("", passwords.nobodys());
        return Mono.justOrEmpty(Login.of(login))
                .flatMap(logins::find)
                .defaultIfEmpty(nobody)
                .filterWhen(found -> passwords.matches(password, found.passwordHash()))
                .flatMap(found -> accounts.find(found.account()))
                .switchIfEmpty(Mono.error(SignInWithPassword::refused));
    }

    private static Problem refused() {
        return new Problem(CommunityProblem.SIGN_IN_REFUSED, "The login or the password is wrong");
    }

    private static Problem blocked() {
        return new Problem(CommunityProblem.SIGN_IN_BLOCKED, "Wait before you try again")
                .with("retryAfterSeconds", SignInAttempts.WINDOW.toSeconds());
    }
}
