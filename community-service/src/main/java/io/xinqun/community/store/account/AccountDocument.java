package io.xinqun.community.store.account;

import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.AccountRole;
import io.xinqun.community.model.account.AccountStatus;
import io.xinqun.community.model.account.Curator;
import io.xinqun.community.model.account.CuratorStatus;
import io.xinqun.community.model.account.WechatUser;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An [Account] as a document. Its version is the field `sequence`, which numbers its events too.
final class AccountDocument {

    static final String SEQUENCE = "sequence";

    private AccountDocument() {}

    /// The fields that a change may alter.
    static Document changeable(Account account) {
        List<String> roles = account.roles().stream().map(AccountRole::code).sorted().toList();
        return new Document("roles", roles)
                .append("status", account.status().code())
                .append("curator", curator(account.curator()))
                .append(SEQUENCE, account.version());
    }

    static Document whole(Account account) {
        Document document = new Document("_id", account.id());
        document.putAll(changeable(account));
        return document.append("supplier", account.supplier())
                .append("wechat", wechat(account.wechat()))
                .append("createdAt", Date.from(account.createdAt()));
    }

    static Account read(Document document) {
        return new Account(
                document.getString("_id"),
                document.getList("roles", String.class).stream()
                        .map(AccountRole::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                AccountStatus.of(document.getString("status")),
                document.getString("supplier"),
                curator(document.get("curator", Document.class)),
                wechat(document.get("wechat", Document.class)),
                document.getDate("createdAt").toInstant(),
                document.get(SEQUENCE, Number.class).longValue());
    }

    private static @Nullable Document curator(@Nullable Curator curator) {
        return curator == null
                ? null
                : new Document("status", curator.status().code())
                        .append("secondLevel", curator.secondLevel())
                        .append("level", curator.level())
                        .append("since", Date.from(curator.since()));
    }

    private static @Nullable Curator curator(@Nullable Document document) {
        return document == null
                ? null
                : new Curator(
                        CuratorStatus.of(document.getString("status")),
                        document.getString("secondLevel"),
                        document.getString("level"),
                        document.getDate("since").toInstant());
    }

    private static @Nullable Document wechat(@Nullable WechatUser user) {
        return user == null
                ? null
                : new Document("openId", user.sealedOpenId())
                        .append("unionId", user.sealedUnionId())
                        .append("openIdHash", user.openIdHash());
    }

    private static @Nullable WechatUser wechat(@Nullable Document document) {
        return document == null
                ? null
                : new WechatUser(
                        Objects.requireNonNull(document.getString("openId")),
                        document.getString("unionId"),
                        document.getString("openIdHash"));
    }
}
