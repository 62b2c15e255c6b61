package io.xinqun.community.administration;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.administration.CreateAccount.Newcomer;
import io.xinqun.community.model.account.AccountRole;
import io.xinqun.community.model.account.Login;
import io.xinqun.kernel.problem.Problem;
import java.util.Set;
import reactor.core.publisher.Mono;

/// Makes the operator that the configuration names, so that a new deployment has somebody who can
/// make the others.
///
/// State: an existing login is left as it is: a changed password in the configuration changes
/// nothing.
public final class EnsureFirstOperator {

    private final CreateAccount createAccount;

    public EnsureFirstOperator(CreateAccount createAccount) {
        this.createAccount = createAccount;
    }

    /// True when it was made now.
    public Mono<Boolean> handle(Login login, String password) {
        Newcomer operator = new Newcomer(login, password, Set.of(AccountRole.OPERATOR), null);
        return createAccount
                .handle(operator, null)
                .thenReturn(true)
                .onErrorResume(Problem.class, EnsureFirstOperator::there);
    }

    private static Mono<Boolean> there(Problem problem) {
        return problem.type() == CommunityProblem.LOGIN_TAKEN
                ? Mono.just(false)
                : Mono.error(problem);
    }
}
