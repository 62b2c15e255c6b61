package io.xinqun.community.model.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.community.configuration.HmacKeyedHash;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final Account account =
            Account.withRoles("a1", Set.of(AccountRole.CONSUMER), null, NOW);

    @Test
    void a_curator_keeps_the_other_roles_and_the_date_of_the_first_grant() {
        Account curator = account.asCurator("b1", "gold", NOW);
        Account again = curator.asCurator(null, null, NOW.plusSeconds(9));

        assertThat(curator.roles())
                .containsExactlyInAnyOrder(AccountRole.CONSUMER, AccountRole.CURATOR);
        assertThat(curator.secondLevel()).isEqualTo("b1");
        assertThat(curator.curatorLevel()).isEqualTo("gold");
        assertThat(again.secondLevel()).isNull();
        assertThat(again.curatorLevel()).isNull();
        assertThat(again.curator()).isNotNull();
        assertThat(again.curator().since()).isEqualTo(NOW);
        assertThat(again.version()).isEqualTo(3);
    }

    @ParameterizedTest(name = "account {0}, curator {1}: earns {2}")
    @CsvSource({
        "ACTIVE, ACTIVE, true",
        "ACTIVE, SUSPENDED, false",
        "SUSPENDED, ACTIVE, false",
        "SUSPENDED, SUSPENDED, false",
        "CLOSED, ACTIVE, false",
        "CLOSED, SUSPENDED, false"
    })
    void only_who_is_active_in_both_ways_earns(
            AccountStatus status, CuratorStatus curator, boolean earns) {
        Account there = account.asCurator(null, null, NOW).with(curator).with(status);

        assertThat(there.isActiveCurator()).isEqualTo(earns);
    }

    @Test
    void who_is_no_curator_cannot_be_suspended_as_one() {
        assertThatThrownBy(() -> account.with(CuratorStatus.SUSPENDED))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest(name = "''{0}'' is a login: {1}")
    @CsvSource({
        "operator, true",
        "Supplier-1, true",
        "' abc ', true",
        "ab, false",
        "13800001111, false",
        "me@shop.cn, false",
        "名字, false",
        "'', false"
    })
    void a_login_is_neither_a_phone_number_nor_a_mail_address(String text, boolean login) {
        assertThat(Login.of(text).isPresent()).isEqualTo(login);
    }

    @Test
    void a_keyed_hash_separates_purposes_and_parts() {
        KeyedHash hash = new HmacKeyedHash(new byte[] {1, 2, 3});

        assertThat(hash.text("p", "a", "bc")).isEqualTo(hash.text("p", "a", "bc"));
        assertThat(hash.text("p", "a", "bc")).isNotEqualTo(hash.text("p", "ab", "c"));
        assertThat(hash.text("p", "a")).isNotEqualTo(hash.text("q", "a"));
        assertThat(hash.text("p", "a"))
                .isNotEqualTo(new HmacKeyedHash(new byte[] {4}).text("p", "a"));
    }
}
