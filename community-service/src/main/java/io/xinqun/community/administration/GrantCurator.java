package io.xinqun.community.administration;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.account.CuratorStatus;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// An operator makes an account a curator, sets its second level and its level, suspends or
/// reinstates it.
///
/// State: repeating it changes nothing. A second level must be an active curator, and the chain of
/// second levels never leads back, at any depth: checked before the write and, for two operators at
/// once, again after it, when a ring is undone. Errors: `unknown-account`, `not-a-curator`,
/// `upline-cycle`.
public final class GrantCurator {

    /// Nobody honest has a hundred people above; beyond that it counts as a ring.
    private static final int DEEPEST = 100;

    private final Accounts accounts;
    private final ChangeAccount changeAccount;
    private final Clock clock;

    public GrantCurator(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.changeAccount = new ChangeAccount(accounts);
        this.clock = clock;
    }

    public Mono<Account> handle(String account, Appointment appointment, Actor operator) {
        String secondLevel = appointment.secondLevel();
        return secondLevel == null
                ? grant(account, appointment, operator)
                : checkSecond(account, secondLevel)
                        .then(Mono.defer(() -> underSecond(account, appointment, operator)));
    }

    /// Who is above the curator, if somebody is, and the level that the curator has reached, if
    /// any.
    public record Appointment(@Nullable String secondLevel, @Nullable String level) {}

    public Mono<Account> suspend(String account, Actor operator) {
        return changeAccount.handle(account, now -> move(now, CuratorStatus.SUSPENDED), operator);
    }

    public Mono<Account> reinstate(String account, Actor operator) {
        return changeAccount.handle(account, now -> move(now, CuratorStatus.ACTIVE), operator);
    }

    private Mono<Void> checkSecond(String account, String secondLevel) {
        return accounts.find(secondLevel)
                .filter(Account::isActiveCurator)
                .switchIfEmpty(Mono.error(GrantCurator::notACurator))
                .then(Mono.defer(() -> refuseRing(account, secondLevel)));
    }

    private Mono<Void> refuseRing(String account, String secondLevel) {
        return leadsBack(account, secondLevel, 0)
                .flatMap(ring -> ring ? Mono.error(cycle()) : Mono.empty());
    }

    private Mono<Account> underSecond(String account, Appointment appointment, Actor operator) {
        return accounts.find(account)
                .switchIfEmpty(Mono.error(ChangeAccount::unknown))
                .flatMap(before ->
                        grant(account, appointment, operator)
                                .delayUntil(after -> undoRing(before, after, operator)));
    }

    private Mono<Void> undoRing(Account before, Account after, Actor operator) {
        String second = Objects.requireNonNull(after.secondLevel());
        return refuseRing(after.id(), second)
                .onErrorResume(
                        Problem.class,
                        ring ->
                                grant(after.id(), appointmentOf(before), operator)
                                        .then(Mono.error(ring)));
    }

    private static Appointment appointmentOf(Account account) {
        return new Appointment(account.secondLevel(), account.curatorLevel());
    }

    private Mono<Account> grant(String account, Appointment appointment, Actor operator) {
        return changeAccount.handle(account, now -> granted(now, appointment), operator);
    }

    private Account granted(Account now, Appointment appointment) {
        boolean same =
                now.curator() != null
                        && now.curator().isActive()
                        && appointmentOf(now).equals(appointment);
        return same
                ? now
                : now.asCurator(appointment.secondLevel(), appointment.level(), clock.instant());
    }

    private static Account move(Account now, CuratorStatus status) {
        if (now.curator() == null) {
            throw notACurator();
        }
        return now.curator().status() == status ? now : now.with(status);
    }

    private Mono<Boolean> leadsBack(String account, String above, int depth) {
        if (above.equals(account) || depth > DEEPEST) {
            return Mono.just(true);
        }
        return accounts.find(above)
                .flatMap(there -> Mono.justOrEmpty(there.secondLevel()))
                .flatMap(next -> leadsBack(account, next, depth + 1))
                .defaultIfEmpty(false);
    }

    private static Problem notACurator() {
        return new Problem(CommunityProblem.NOT_A_CURATOR, "Only an active curator can be that");
    }

    private static Problem cycle() {
        return new Problem(
                CommunityProblem.UPLINE_CYCLE, "The chain of second levels would lead back");
    }
}
