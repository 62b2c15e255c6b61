package io.xinqun.community.store.account;

import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.AccountRole;
import io.xinqun.community.model.account.Curator;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.telemetry.Traces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What other programs learn about accounts and curators: full state, no personal data.
final class AccountEvents {

    static final String ACCOUNT = "community.account.v1";
    static final String CURATOR = "community.curator.v1";

    record AccountTold(
            String accountId,
            List<String> roles,
            String status,
            @Nullable String supplier,
            Instant createdAt) {}

    record CuratorTold(
            String curatorId,
            String status,
            @Nullable String secondLevel,
            @Nullable String level,
            Instant since) {}

    private AccountEvents() {}

    /// The events of a change; `before` is null for a new account.
    static List<OutboxEntry> of(
            @Nullable Account before, Account after, @Nullable Actor actor, Instant now) {
        List<OutboxEntry> entries = new ArrayList<>();
        String id = after.id() + ":" + after.version();
        entries.add(entry(id, ACCOUNT, after, actor, now, EventJson.write(account(after))));
        Curator curator = after.curator();
        boolean earns = after.isActive();
        boolean earned = before != null && before.isActive();
        boolean same = before != null && Objects.equals(before.curator(), curator);
        if (curator != null && (!same || earns != earned)) {
            String curatorId = after.id() + ":curator:" + after.version();
            byte[] data = EventJson.write(curator(after, curator));
            entries.add(entry(curatorId, CURATOR, after, actor, now, data));
        }
        return entries;
    }

    private static AccountTold account(Account account) {
        return new AccountTold(
                account.id(),
                account.roles().stream().map(AccountRole::code).sorted().toList(),
                account.status().code(),
                account.supplier(),
                account.createdAt());
    }

    /// Whoever reads this wants to know whether the curator earns: a suspended account does not.
    private static CuratorTold curator(Account account, Curator curator) {
        String status = account.isActiveCurator() ? "active" : "suspended";
        return new CuratorTold(
                account.id(), status, curator.secondLevel(), curator.level(), curator.since());
    }

    private static OutboxEntry entry(
            String id,
            String type,
            Account account,
            @Nullable Actor actor,
            Instant now,
            byte[] data) {
        return new OutboxEntry(
                id,
                type,
                account.id(),
                type,
                account.version(),
                null,
                actor,
                Traces.current(),
                now,
                data);
    }
}
