package io.xinqun.community.administration;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.AccountRole;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.account.Login;
import io.xinqun.community.model.account.Logins;
import io.xinqun.community.model.account.Logins.Credential;
import io.xinqun.community.model.account.Passwords;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// An operator makes an account with a login.
///
/// State: the account's id is derived from the login and the account is written first: after a
/// crash in between, the same request finishes what the first began. Errors: `login-taken`.
public final class CreateAccount {

    private final Accounts accounts;
    private final Logins logins;
    private final Passwords passwords;
    private final Clock clock;

    public CreateAccount(Accounts accounts, Logins logins, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.logins = logins;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// Who is to be made. The role CURATOR is granted, not given here.
    public record Newcomer(
            Login login, String password, Set<AccountRole> roles, @Nullable String supplier) {

        public Newcomer {
            roles = Set.copyOf(roles);
        }

        /// Never a password in a log by accident.
        @Override
        public String toString() {
            return "newcomer with " + roles;
        }
    }

    public Mono<Account> handle(Newcomer newcomer, @Nullable Actor operator) {
        String id = Ids.derived("account", "login", newcomer.login().value());
        Account account =
                Account.withRoles(id, newcomer.roles(), newcomer.supplier(), clock.instant());
        return logins.find(newcomer.login())
                .flatMap(taken -> Mono.<Account>error(taken()))
                .switchIfEmpty(Mono.defer(() -> add(account, newcomer, operator)));
    }

    private Mono<Account> add(Account account, Newcomer newcomer, @Nullable Actor operator) {
        return passwords
                .hash(newcomer.password())
                .delayUntil(hash -> addAccount(account, operator))
                .flatMap(hash -> addLogin(account, newcomer.login(), hash));
    }

    private Mono<Account> addAccount(Account account, @Nullable Actor operator) {
        return accounts.add(account, operator)
                .flatMap(added -> added ? Mono.just(account) : begunBefore(account));
    }

    /// An account without its login is one whose making broke off; it is taken up again only for
    /// the same roles.
    private Mono<Account> begunBefore(Account account) {
        return accounts.find(account.id())
                .filter(there -> there.roles().equals(account.roles()))
                .filter(there -> Objects.equals(there.supplier(), account.supplier()))
                .switchIfEmpty(Mono.error(CreateAccount::taken));
    }

    private Mono<Account> addLogin(Account account, Login login, String hash) {
        return logins.add(login, new Credential(account.id(), hash), clock.instant())
                .flatMap(added -> added ? Mono.just(account) : Mono.error(taken()));
    }

    private static Problem taken() {
        return new Problem(CommunityProblem.LOGIN_TAKEN, "Choose another login");
    }
}
