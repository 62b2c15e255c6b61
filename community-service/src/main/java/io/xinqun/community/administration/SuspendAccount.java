package io.xinqun.community.administration;

import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.AccountStatus;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.session.SessionEnd;
import io.xinqun.community.model.session.Sessions;
import io.xinqun.kernel.event.Actor;
import reactor.core.publisher.Mono;

/// An operator suspends an account, which ends its sessions, or lets it in again.
///
/// State: repeating it changes nothing. Access tokens in hand count until they expire. Errors:
/// `unknown-account`.
public final class SuspendAccount {

    private final ChangeAccount changeAccount;
    private final Sessions sessions;

    public SuspendAccount(Accounts accounts, Sessions sessions) {
        this.changeAccount = new ChangeAccount(accounts);
        this.sessions = sessions;
    }

    public Mono<Account> suspend(String account, Actor operator) {
        return changeAccount
                .handle(account, now -> move(now, AccountStatus.SUSPENDED), operator)
                .delayUntil(now -> sessions.endBeyond(account, 0, SessionEnd.ACCOUNT_SUSPENDED));
    }

    public Mono<Account> reinstate(String account, Actor operator) {
        return changeAccount.handle(account, now -> move(now, AccountStatus.ACTIVE), operator);
    }

    private static Account move(Account now, AccountStatus status) {
        return now.status() == status ? now : now.with(status);
    }
}
