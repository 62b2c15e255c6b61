package io.xinqun.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.signin.schedule.ForgetOldSessions;
import io.xinqun.kernel.mongo.BlockingMongo;
import io.xinqun.kernel.security.SignedTokens;
import io.xinqun.kernel.security.TokenRefused;
import io.xinqun.kernel.security.VerifiedToken;
import io.xinqun.local.testing.Platform;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

class SignInIT extends Program {

    @Autowired private MongoDatabase database;
    @Autowired private SignedTokens tokens;
    @Autowired private ForgetOldSessions forgetOldSessions;

    @Test
    void the_first_sign_in_makes_the_account_and_the_second_finds_it() {
        Person first = consumer("signin-mei");
        Person second = consumer("signin-mei");

        assertThat(second.id()).isEqualTo(first.id());
        Answer me = get(second.token(), "/api/v1/me").expect(200);
        assertThat(me.text("/id")).isEqualTo(first.id());
        assertThat(me.text("/roles/0")).isEqualTo("consumer");
        assertThat(me.text("/openId")).isEqualTo("signin-mei");
    }

    @Test
    void ten_first_sign_ins_at_once_are_one_account() {
        List<String> codes = parallel(10, index -> () -> PHONE.code("signin-rush"));
        List<Answer> answers =
                parallel(
                        10,
                        index ->
                                () ->
                                        post(
                                                null,
                                                "/api/v1/sign-in/wechat-mini-program",
                                                "{\"code\":\"" + codes.get(index) + "\"}"));

        answers.forEach(answer -> answer.expect(200));
        assertThat(answers)
                .extracting(answer -> answer.text("/account/id"))
                .containsOnly(answers.getFirst().text("/account/id"));
    }

    @Test
    void one_code_twice_at_once_signs_in_once_into_one_account() {
        String code = PHONE.code("signin-twice");
        List<Answer> answers =
                parallel(
                        2,
                        index ->
                                () ->
                                        post(
                                                null,
                                                "/api/v1/sign-in/wechat-mini-program",
                                                "{\"code\":\"" + code + "\"}"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 401);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 401)
                .extracting(Answer::code)
                .containsOnly("code-refused");
    }

    @Test
    void the_store_shows_nobodys_open_id() {
        Person person = consumer("signin-secret-open-id");

        Document stored =
                BlockingMongo.first(
                        database.getCollection("accounts").find(new Document("_id", person.id())));

        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain("signin-secret-open-id");
        assertThat(stored.getEmbedded(List.of("wechat", "openId"), String.class)).startsWith("k1.");
    }

    @Test
    void an_access_token_verifies_and_an_altered_one_does_not() {
        Person person = consumer("signin-token");

        StepVerifier.create(tokens.verify(person.token(), "at+jwt").map(VerifiedToken::subject))
                .expectNext(person.id())
                .verifyComplete();
        int middle = person.token().indexOf('.') + 20;
        char other = person.token().charAt(middle) == 'A' ? 'B' : 'A';
        String altered =
                person.token().substring(0, middle) + other + person.token().substring(middle + 1);
        StepVerifier.create(tokens.verify(altered, "at+jwt"))
                .expectError(TokenRefused.class)
                .verify();
        get(altered, "/api/v1/me").expect(401, "not-signed-in");
    }

    @Test
    void the_public_keys_are_published_without_a_private_part() {
        Answer keys = get(null, "/.well-known/jwks.json").expect(200);

        assertThat(keys.body().at("/keys")).isNotEmpty();
        assertThat(keys.text("/keys/0/kty")).isEqualTo("RSA");
        assertThat(keys.body().at("/keys/0/n").isMissingNode()).isFalse();
        assertThat(keys.body().at("/keys/0/d").isMissingNode()).isTrue();
    }

    @Test
    void an_unknown_login_and_a_wrong_password_get_the_same_answer_in_the_same_time() {
        String password = "a-long-enough-password";
        account("timing", password, "consumer").expect(201);

        Answer unknown = signIn("nobody-at-all", password).expect(401, "sign-in-refused");
        Answer wrong = signIn("timing", "wrong-password").expect(401, "sign-in-refused");
        assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail"));

        double ratio = (double) nanos("timing2-nobody") / nanos("timing");
        assertThat(ratio).as("unknown login against wrong password").isBetween(0.4, 2.5);
        signIn("timing", password).expect(200);
    }

    /// The fastest of a few refused tries: what else the machine does only adds.
    private long nanos(String login) {
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long start = System.nanoTime();
            signIn(login, "wrong-password").expect(401);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }

    @Test
    void parallel_guesses_get_ten_tries_and_then_the_right_password_waits_too() {
        String password = "a-long-enough-password";
        account("guessed", password, "consumer").expect(201);

        List<Answer> guesses = parallel(30, index -> () -> signIn("guessed", "guess-" + index));

        assertThat(guesses).filteredOn(answer -> answer.status() == 401).hasSize(10);
        assertThat(guesses)
                .filteredOn(answer -> answer.status() == 429)
                .hasSize(20)
                .extracting(Answer::code)
                .containsOnly("sign-in-blocked");
        signIn("Guessed", password).expect(429, "sign-in-blocked");

        clock.pass(Duration.ofMinutes(15));
        signIn("guessed", password).expect(200);
    }

    @Test
    void a_success_forgets_the_failures_before_it() {
        String password = "a-long-enough-password";
        account("forgiven", password, "consumer").expect(201);
        for (int round = 0; round < 3; round++) {
            for (int failure = 0; failure < 9; failure++) {
                signIn("forgiven", "wrong-password").expect(401);
            }
            signIn("forgiven", password).expect(200);
        }
    }

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

    @Test
    void a_supplier_signs_in_with_the_supplier_in_the_token() {
        Answer made =
                post(
                                operator().token(),
                                "/api/v1/operator/accounts",
                                """
                                {"login":"Farm-1","password":"a-long-enough-password",
                                 "roles":["supplier"],"supplier":"s-1"}
                                """)
                        .expect(201);
        Person supplier = person(signIn("farm-1", "a-long-enough-password").expect(200));

        assertThat(supplier.id()).isEqualTo(made.text("/id"));
        StepVerifier.create(
                        tokens.verify(supplier.token(), "at+jwt")
                                .mapNotNull(token -> token.claims().text("supplier")))
                .expectNext("s-1")
                .verifyComplete();
    }

    @Test
    void five_operators_making_one_login_at_once_make_one() {
        List<Answer> answers =
                parallel(
                        5,
                        index ->
                                () -> account("contested", "password-number-" + index, "consumer"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(4)
                .extracting(Answer::code)
                .containsOnly("login-taken");
    }

    @Test
    void the_first_operator_comes_from_the_configuration() {
        assertThat(Platform.shared().keys().operatorPassword()).isNotBlank();
        assertThat(get(operator().token(), "/api/v1/me").expect(200).text("/roles/0"))
                .isEqualTo("operator");
    }

    private Answer account(String login, String password, String role) {
        return post(
                operator().token(),
                "/api/v1/operator/accounts",
                "{\"login\":\"%s\",\"password\":\"%s\",\"roles\":[\"%s\"]}"
                        .formatted(login, password, role));
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
