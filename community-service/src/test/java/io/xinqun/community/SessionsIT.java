package io.xinqun.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.signin.schedule.ForgetOldSessions;
import io.xinqun.kernel.mongo.BlockingMongo;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SessionsIT extends Program {

    @Autowired private MongoDatabase database;
    @Autowired private ForgetOldSessions forgetOldSessions;

    @Test
    void a_refresh_gives_the_next_tokens_and_a_reused_one_ends_the_session() {
        Person start = consumer("refresh-reuse");
        Person next = person(refresh(start.refreshToken()).expect(200));
        assertThat(next.id()).isEqualTo(start.id());
        assertThat(next.refreshToken()).isNotEqualTo(start.refreshToken());

        clock.pass(Duration.ofSeconds(10));
        refresh(start.refreshToken()).expect(401, "refresh-refused");
        refresh(next.refreshToken()).expect(401, "refresh-refused");
        assertThat(openSessions(consumer("refresh-reuse"))).hasSize(1);
    }

    @Test
    void twenty_refreshes_at_once_get_one_and_the_same_next_token() {
        Person start = consumer("refresh-parallel");
        List<Answer> answers = parallel(20, index -> () -> refresh(start.refreshToken()));

        Set<String> next = new HashSet<>();
        answers.forEach(answer -> next.add(answer.expect(200).text("/refreshToken")));
        assertThat(next).hasSize(1);

        clock.pass(Duration.ofSeconds(10));
        refresh(next.iterator().next()).expect(200);
        assertThat(openSessions(start)).hasSize(1);
    }

    @Test
    void a_lost_answer_can_be_asked_for_again_within_the_window() {
        Person start = consumer("refresh-lost");
        String first = refresh(start.refreshToken()).expect(200).text("/refreshToken");
        clock.pass(Duration.ofSeconds(5));
        String again = refresh(start.refreshToken()).expect(200).text("/refreshToken");

        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_guess_at_a_session_does_not_end_it() {
        Person start = consumer("refresh-guess");
        String token = start.refreshToken();
        String guess = token.substring(0, token.length() - 3) + "xyz";

        refresh(guess).expect(401, "refresh-refused");
        refresh(token).expect(200);
    }

    @Test
    void signing_out_ends_this_device_only() {
        Person phone = consumer("devices");
        Person tablet = consumer("devices");

        assertThat(openSessions(phone)).hasSize(2);
        post(phone.token(), "/api/v1/sign-out", "").expect(204);
        post(phone.token(), "/api/v1/sign-out", "").expect(204);

        refresh(phone.refreshToken()).expect(401, "refresh-refused");
        refresh(tablet.refreshToken()).expect(200);
        assertThat(openSessions(tablet)).hasSize(1);
    }

    @Test
    void a_device_can_be_signed_out_from_another_but_not_by_somebody_else() {
        Person lost = consumer("devices-lost");
        String session = openSessions(lost).getFirst();
        Person here = consumer("devices-lost");
        Person stranger = consumer("devices-stranger");

        delete(stranger.token(), "/api/v1/me/sessions/" + session).expect(404, "not-found");
        refresh(lost.refreshToken()).expect(200);
        delete(here.token(), "/api/v1/me/sessions/" + session).expect(204);
        refresh(lost.refreshToken()).expect(401, "refresh-refused");
    }

    @Test
    void the_eleventh_device_signs_the_least_used_one_out() {
        Person oldest = consumer("devices-many");
        Person newest = oldest;
        for (int device = 0; device < 10; device++) {
            clock.pass(Duration.ofSeconds(1));
            newest = consumer("devices-many");
        }

        assertThat(openSessions(newest)).hasSize(10);
        refresh(oldest.refreshToken()).expect(401, "refresh-refused");
    }

    @Test
    void a_phone_that_is_not_used_for_thirty_days_has_to_sign_in_again() {
        Person used = consumer("idle-used");
        Person unused = consumer("idle-unused");
        clock.pass(Duration.ofDays(20));
        Person refreshed = person(refresh(used.refreshToken()).expect(200));
        clock.pass(Duration.ofDays(10));

        refresh(unused.refreshToken()).expect(401, "refresh-refused");
        refresh(refreshed.refreshToken()).expect(200);

        clock.pass(Duration.ofDays(1));
        assertThat(BlockingMongo.first(forgetOldSessions.sweep())).isPositive();
        assertThat(openSessions(consumer("idle-unused"))).hasSize(1);
    }

    @Test
    void the_store_does_not_show_what_somebody_calls_the_phone() {
        Person person = consumer("device-name");

        Document stored =
                BlockingMongo.first(
                        database.getCollection("sessions")
                                .find(new Document("account", person.id())));
        Answer sessions = get(person.token(), "/api/v1/me/sessions").expect(200);

        assertThat(stored).isNotNull();
        assertThat(stored.getString("device")).startsWith("k1.");
        assertThat(sessions.text("/items/0/device")).isEqualTo("test");
    }

    @Test
    void a_suspended_account_is_out_until_it_is_reinstated() {
        Person person = consumer("suspended");
        String operator = operator().token();
        String account = "/api/v1/operator/accounts/" + person.id();

        post(operator, account + "/suspension", "").expect(200);
        refresh(person.refreshToken()).expect(401, "refresh-refused");
        post(
                        null,
                        "/api/v1/sign-in/wechat-mini-program",
                        "{\"code\":\"" + PHONE.code("suspended") + "\"}")
                .expect(403, "account-suspended");
        post(operator, account + "/reinstatement", "").expect(200);
        assertThat(consumer("suspended").id()).isEqualTo(person.id());
    }

    private Answer refresh(String token) {
        return post(null, "/api/v1/sign-in/refresh", "{\"refreshToken\":\"" + token + "\"}");
    }

    private List<String> openSessions(Person person) {
        return get(person.token(), "/api/v1/me/sessions")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
