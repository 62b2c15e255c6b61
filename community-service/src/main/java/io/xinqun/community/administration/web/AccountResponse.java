package io.xinqun.community.administration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.AccountRole;
import io.xinqun.community.model.account.Curator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account as operators see it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountResponse(
        String id,
        List<String> roles,
        String status,
        @Nullable String supplier,
        @Nullable CuratorResponse curator,
        Instant createdAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CuratorResponse(
            String status, @Nullable String secondLevel, @Nullable String level, Instant since) {}

    static AccountResponse of(Account account) {
        Curator curator = account.curator();
        return new AccountResponse(
                account.id(),
                account.roles().stream().map(AccountRole::code).sorted().toList(),
                account.status().code(),
                account.supplier(),
                curator == null
                        ? null
                        : new CuratorResponse(
                                curator.status().code(),
                                curator.secondLevel(),
                                curator.level(),
                                curator.since()),
                account.createdAt());
    }
}
