package io.xinqun.community.model.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who signs in. One account holds several roles: a seller in one community is a buyer in
/// the next.
///
/// Shape: `supplier` is the supplier that it acts for; `version` counts its changes from 1 and is
/// the sequence of its events. State: the role CURATOR and [Curator] come together.
public record Account(
        String id,
        Set<AccountRole> roles,
        AccountStatus status,
        @Nullable String supplier,
        @Nullable Curator curator,
        @Nullable WechatUser wechat,
        Instant createdAt,
        long version) {

    public Account {
        // As the store keeps it: what is answered at once and what is read later are the same.
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        roles = Set.copyOf(roles);
        if (roles.contains(AccountRole.CURATOR) != (curator != null)) {
            throw new IllegalArgumentException("the role and the record of a curator go together");
        }
    }

    /// A consumer who came through WeChat.
    public static Account ofWechatUser(String id, WechatUser user, Instant now) {
        return new Account(
                id, Set.of(AccountRole.CONSUMER), AccountStatus.ACTIVE, null, null, user, now, 1);
    }

    /// An account that an operator makes, for somebody with a login and a password.
    public static Account withRoles(
            String id, Set<AccountRole> roles, @Nullable String supplier, Instant now) {
        return new Account(id, roles, AccountStatus.ACTIVE, supplier, null, null, now, 1);
    }

    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    /// Whether it earns: the account and its curator are both active.
    public boolean isActiveCurator() {
        return isActive() && curator != null && curator.isActive();
    }

    public @Nullable String secondLevel() {
        return curator == null ? null : curator.secondLevel();
    }

    public @Nullable String curatorLevel() {
        return curator == null ? null : curator.level();
    }

    /// Makes it an active curator, or changes second level and level of one that it is already.
    public Account asCurator(@Nullable String secondLevel, @Nullable String level, Instant now) {
        Set<AccountRole> more = EnumSet.of(AccountRole.CURATOR, roles.toArray(AccountRole[]::new));
        Instant since = curator == null ? now : curator.since();
        Curator active = new Curator(CuratorStatus.ACTIVE, secondLevel, level, since);
        return changed(more, status, active);
    }

    public Account with(AccountStatus other) {
        return changed(roles, other, curator);
    }

    /// Errors: an `IllegalStateException` for who is no curator; callers look first.
    public Account with(CuratorStatus other) {
        if (curator == null) {
            throw new IllegalStateException(id + " is no curator");
        }
        return changed(roles, status, curator.with(other));
    }

    private Account changed(
            Set<AccountRole> newRoles, AccountStatus newStatus, @Nullable Curator now) {
        return new Account(id, newRoles, newStatus, supplier, now, wechat, createdAt, version + 1);
    }
}
