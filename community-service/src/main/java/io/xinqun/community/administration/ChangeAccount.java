package io.xinqun.community.administration;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/// Reads an account, changes it and writes it under its version, again when somebody was faster.
///
/// Errors: `unknown-account`; `conflict` when it never finds a quiet moment.
final class ChangeAccount {

    private static final int ATTEMPTS = 5;

    private final Accounts accounts;

    ChangeAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The change is applied to what is there; the same account back means nothing to do.
    Mono<Account> handle(String id, UnaryOperator<Account> change, Actor operator) {
        return attempt(new Attempt(id, change, operator), ATTEMPTS);
    }

    private record Attempt(String id, UnaryOperator<Account> change, Actor operator) {}

    private Mono<Account> attempt(Attempt what, int attempts) {
        if (attempts == 0) {
            return Mono.error(new Problem(CommonProblem.CONFLICT, "The account keeps changing"));
        }
        return accounts.find(what.id())
                .switchIfEmpty(Mono.error(ChangeAccount::unknown))
                .flatMap(before -> write(before, what))
                .switchIfEmpty(Mono.defer(() -> attempt(what, attempts - 1)));
    }

    private Mono<Account> write(Account before, Attempt what) {
        Account after = what.change().apply(before);
        return after.equals(before)
                ? Mono.just(before)
                : accounts.change(before, after, what.operator())
                        .filter(Boolean::booleanValue)
                        .map(written -> after);
    }

    static Problem unknown() {
        return new Problem(CommunityProblem.UNKNOWN_ACCOUNT, "No account has this id");
    }
}
