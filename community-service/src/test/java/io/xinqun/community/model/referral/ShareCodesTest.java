package io.xinqun.community.model.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.community.configuration.HmacKeyedHash;
import io.xinqun.community.model.account.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareCodesTest {

    private final ShareCodes codes = new ShareCodes(key("one"));

    @Test
    void the_same_share_has_the_same_code_and_any_other_another() {
        String code = codes.codeOf(share("c1", "p1", Channel.GROUP, null), 0);

        assertThat(codes.codeOf(share("c1", "p1", Channel.GROUP, null), 0)).isEqualTo(code);
        assertThat(
                        Set.of(
                                codes.codeOf(share("c2", "p1", Channel.GROUP, null), 0),
                                codes.codeOf(share("c1", "p2", Channel.GROUP, null), 0),
                                codes.codeOf(share("c1", "p1", Channel.POSTER, null), 0),
                                codes.codeOf(share("c1", "p1", Channel.GROUP, "g1"), 0),
                                codes.codeOf(share("c1", "p1", Channel.GROUP, null), 1)))
                .doesNotContain(code)
                .hasSize(5);
    }

    @Test
    void nobody_computes_a_code_without_the_key() {
        ShareLink share = share("c1", "p1", Channel.GROUP, null);

        assertThat(new ShareCodes(key("two")).codeOf(share, 0))
                .isNotEqualTo(codes.codeOf(share, 0));
    }

    @Test
    void ten_thousand_codes_are_different_and_fit_a_scene() {
        Set<String> seen = new HashSet<>();
        for (int product = 0; product < 10_000; product++) {
            String code = codes.codeOf(share("c1", "p" + product, Channel.GROUP, null), 0);
            assertThat(ShareCodes.isCode(code)).as(code).isTrue();
            assertThat(code).hasSize(10);
            seen.add(code);
        }
        assertThat(seen).hasSize(10_000);
    }

    @ParameterizedTest(name = "''{0}'': {1}")
    @CsvSource({
        "7KQ2M9XW4T, true",
        "7KQ2M9XW4, false",
        "7KQ2M9XW4TT, false",
        "7kq2m9xw4t, false",
        "7KQ2M9XWIL, false",
        "'', false",
        "../../etc/, false"
    })
    void what_is_no_code_is_not_looked_up(String text, boolean code) {
        assertThat(ShareCodes.isCode(text)).isEqualTo(code);
    }

    private static ShareLink share(
            String sharer, String product, Channel channel, @Nullable String community) {
        Target target = new Target(Target.Kind.PRODUCT, product);
        return new ShareLink("", sharer, target, channel, community, Instant.EPOCH);
    }

    private static KeyedHash key(String text) {
        return new HmacKeyedHash(text.getBytes(StandardCharsets.UTF_8));
    }
}
