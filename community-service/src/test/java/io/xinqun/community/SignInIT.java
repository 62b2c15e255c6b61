package io.xinqun.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.mongo.BlockingMongo;
import io.xinqun.kernel.security.TokenRefused;
import io.xinqun.kernel.security.VerifiedToken;
import io.xinqun.local.testing.Platform;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

class SignInIT extends Program {

    @Autowired private MongoDatabase database;

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
}
