package io.xinqun.community.store.account;

import static io.xinqun.kernel.event.ContractAssertions.assertMatches;
import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.AccountStatus;
import io.xinqun.community.model.account.CuratorStatus;
import io.xinqun.community.model.account.WechatUser;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.outbox.OutboxEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
    private static final Actor OPERATOR = new Actor("o1", "operator");

    private final Account consumer =
            Account.ofWechatUser("a1", new WechatUser("k1.sealed", null, "hash"), NOW);
    private final Account curator = consumer.asCurator("b1", "gold", NOW);

    @Test
    void every_event_is_as_its_contract_says() {
        for (List<OutboxEntry> told :
                List.of(
                        told(null, consumer),
                        told(consumer, curator),
                        told(curator, curator.with(CuratorStatus.SUSPENDED)),
                        told(curator, curator.asCurator(null, null, NOW)))) {
            told.forEach(entry -> assertMatches(entry.type(), entry.data()));
        }
    }

    @Test
    void no_event_tells_who_somebody_is_at_wechat() {
        told(consumer, curator)
                .forEach(entry ->
                        assertThat(new String(entry.data(), StandardCharsets.UTF_8))
                                .doesNotContain("sealed")
                                .doesNotContain("hash")
                                .doesNotContain("wechat"));
    }

    @Test
    void a_curator_is_told_when_what_others_need_of_it_changes() {
        assertThat(types(null, consumer)).containsExactly("community.account.v1");
        assertThat(types(consumer, curator))
                .containsExactly("community.account.v1", "community.curator.v1");
        assertThat(types(curator, curator.with(AccountStatus.SUSPENDED)))
                .containsExactly("community.account.v1", "community.curator.v1");
    }

    @Test
    void a_suspended_account_is_told_as_a_suspended_curator() {
        OutboxEntry told = told(curator, curator.with(AccountStatus.SUSPENDED)).getLast();

        assertThat(new String(told.data(), StandardCharsets.UTF_8))
                .contains("\"status\":\"suspended\"");
    }

    @Test
    void ids_and_sequences_follow_the_version() {
        List<OutboxEntry> told = told(consumer, curator);

        assertThat(told).extracting(OutboxEntry::id).containsExactly("a1:2", "a1:curator:2");
        assertThat(told).extracting(OutboxEntry::sequence).containsExactly(2L, 2L);
        assertThat(told).extracting(OutboxEntry::key).containsOnly("a1");
    }

    private static List<String> types(@Nullable Account before, Account after) {
        return told(before, after).stream().map(OutboxEntry::type).toList();
    }

    private static List<OutboxEntry> told(@Nullable Account before, Account after) {
        return AccountEvents.of(before, after, OPERATOR, NOW);
    }
}
