package io.xinqun.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.security.VerifiedToken;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReferralPolicyIT extends Program {

    @AfterEach
    void back_to_last_touch() {
        policy("last-touch", 30);
    }

    @Test
    @Tag("CM6")
    void first_touch_keeps_the_earlier_sharer_for_the_window() {
        policy("first-touch", 30);
        Person a = curator("first-a", null);
        Person b = curator("first-b", null);
        String linkOfA = link(a, "p");
        String linkOfB = link(b, "p");
        VerifiedToken first = verified(visit(consumer("first-buyer").token(), linkOfA));

        clock.pass(Duration.ofDays(10));
        Answer later = visit(consumer("first-buyer").token(), linkOfB);
        assertThat(later.text("/reason")).isEqualTo("earlier-sharer-kept");
        assertThat(verified(later).claims().text("shr")).isEqualTo(a.id());
        assertThat(verified(later).expiresAt()).isEqualTo(first.expiresAt());

        clock.pass(Duration.ofDays(20));
        Answer over = visit(consumer("first-buyer").token(), linkOfB);
        assertThat(verified(over).claims().text("shr")).isEqualTo(b.id());
        assertThat(verified(over).claims().number("bnd")).isEqualTo(2);
    }

    @Test
    @Tag("CM7")
    void last_touch_follows_the_later_sharer_and_a_new_policy_changes_nothing_before_it() {
        policy("last-touch", 30);
        Person a = curator("last-a", null);
        Person b = curator("last-b", null);
        String linkOfA = link(a, "p");
        String linkOfB = link(b, "p");
        VerifiedToken first = verified(visit(consumer("last-buyer").token(), linkOfA));
        assertThat(first.claims().text("shr")).isEqualTo(a.id());

        policy("first-touch", 7);
        clock.pass(Duration.ofDays(10));
        VerifiedToken second = verified(visit(consumer("last-buyer").token(), linkOfB));
        assertThat(second.claims().text("shr")).isEqualTo(b.id());
        assertThat(second.claims().number("pol")).isGreaterThan(first.claims().number("pol"));

        Answer kept = visit(consumer("last-buyer").token(), linkOfA);
        assertThat(kept.text("/reason")).isEqualTo("earlier-sharer-kept");
    }

    @Test
    void saying_the_policy_in_force_again_makes_no_version() {
        int version = policy("first-touch", 14);

        assertThat(policy("first-touch", 14)).isEqualTo(version);
        assertThat(policy("first-touch", 15)).isEqualTo(version + 1);
        assertThat(
                        get(operator().token(), "/api/v1/operator/referral-policies")
                                .expect(200)
                                .text("/items/0/windowDays"))
                .isEqualTo("15");
    }

    private int policy(String model, int windowDays) {
        return post(
                        operator().token(),
                        "/api/v1/operator/referral-policies",
                        "{\"model\":\"%s\",\"windowDays\":%d}".formatted(model, windowDays))
                .expect(201)
                .body()
                .at("/version")
                .asInt();
    }
}
