package io.xinqun.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.security.TokenRefused;
import io.xinqun.kernel.security.VerifiedToken;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class SharingIT extends Program {

    @Test
    void the_same_share_has_one_code_however_often_it_is_asked_for() {
        Person curator = curator("share-same", null);

        List<Answer> links =
                parallel(
                        10,
                        index -> () -> post(curator.token(), "/api/v1/share-links", linkTo("p-1")));

        assertThat(links)
                .extracting(answer -> answer.expect(201).text("/code"))
                .containsOnly(links.getFirst().text("/code"));
        assertThat(links.getFirst().text("/code")).hasSize(10);
        assertThat(links.getFirst().text("/path")).endsWith(links.getFirst().text("/code"));
        assertThat(link(curator, "p-2")).isNotEqualTo(links.getFirst().text("/code"));
    }

    @Test
    void a_visit_gives_a_token_that_names_whom_the_consumer_follows() {
        Person upline = curator("token-upline", null);
        Person curator = curator("token-curator", upline.id());
        Person consumer = consumer("token-consumer");
        String code = link(curator, "p-1");

        Answer visit = visit(consumer.token(), code);

        assertThat(visit.text("/target/id")).isEqualTo("p-1");
        VerifiedToken token = verified(visit);
        assertThat(token.subject()).isEqualTo(consumer.id());
        assertThat(token.claims().text("lnk")).isEqualTo(code);
        assertThat(token.claims().text("chn")).isEqualTo("group");
        assertThat(token.claims().text("shr")).isEqualTo(curator.id());
        assertThat(token.claims().text("sec")).isEqualTo(upline.id());
        assertThat(token.claims().text("prd")).isEqualTo("p-1");
        assertThat(token.claims().text("com")).isNull();
        assertThat(token.claims().number("bnd")).isEqualTo(1);
        assertThat(token.claims().number("pol")).isNotNull();
        Long touched = token.claims().number("tch");
        assertThat(touched).isNotNull();
        assertThat(token.expiresAt().getEpochSecond())
                .isEqualTo(touched + Duration.ofDays(30).toSeconds());
    }

    @Test
    void an_altered_attribution_token_does_not_verify_and_is_no_access_token() {
        Person curator = curator("altered-curator", null);
        Person consumer = consumer("altered-consumer");
        String token = visit(consumer.token(), link(curator, "p")).text("/attributionToken");

        int middle = token.indexOf('.') + 30;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        String altered = token.substring(0, middle) + other + token.substring(middle + 1);
        StepVerifier.create(tokens.verify(altered, "attribution+jwt"))
                .expectError(TokenRefused.class)
                .verify();
        StepVerifier.create(tokens.verify(token, "at+jwt"))
                .expectError(TokenRefused.class)
                .verify();
        get(token, "/api/v1/me").expect(401, "not-signed-in");
    }

    @Test
    void an_anonymous_visit_leads_on_without_a_token() {
        Answer visit = visit(null, link(curator("anonymous-curator", null), "p-1"));

        assertThat(visit.body().has("attributionToken")).isTrue();
        assertThat(visit.body().at("/attributionToken").isNull()).isTrue();
        assertThat(visit.text("/reason")).isEqualTo("anonymous");
        assertThat(visit.text("/target/kind")).isEqualTo("product");
    }

    @Test
    @Tag("CM9")
    void a_curators_own_link_gives_the_curator_no_token() {
        Person curator = curator("self", null);

        assertRefused(visit(curator.token(), link(curator, "p")), "self-referral");
    }

    @Test
    void nobody_follows_somebody_below_at_any_depth() {
        Person a = curator("ring-a", null);
        Person b = curator("ring-b", null);
        Person c = curator("ring-c", null);
        Person d = curator("ring-d", null);
        verified(visit(b.token(), link(a, "p")));
        verified(visit(c.token(), link(b, "p")));
        verified(visit(d.token(), link(c, "p")));

        assertRefused(visit(a.token(), link(b, "p")), "referral-cycle");
        assertRefused(visit(a.token(), link(c, "p")), "referral-cycle");
        assertRefused(visit(a.token(), link(d, "p")), "referral-cycle");
        verified(visit(consumer("ring-outside").token(), link(d, "p")));
    }

    @Test
    void nobody_follows_a_curator_whose_second_level_they_are() {
        Person upline = curator("second-upline", null);
        Person curator = curator("second-curator", upline.id());

        assertRefused(visit(upline.token(), link(curator, "p")), "referral-cycle");
    }

    @Test
    void two_who_open_each_others_links_at_once_never_both_follow() {
        for (int round = 0; round < 10; round++) {
            Person a = curator("mutual-a-" + round, null);
            Person b = curator("mutual-b-" + round, null);
            String linkOfA = link(a, "p");
            String linkOfB = link(b, "p");

            List<Answer> visits =
                    parallel(
                            2,
                            index ->
                                    () ->
                                            index == 0
                                                    ? visit(a.token(), linkOfB)
                                                    : visit(b.token(), linkOfA));

            assertThat(visits)
                    .filteredOn(visit -> !visit.body().at("/attributionToken").isNull())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_suspended_curator_gives_no_token_and_makes_no_link_until_reinstated() {
        Person curator = curator("off-curator", null);
        Person consumer = consumer("off-consumer");
        String code = link(curator, "p");
        String path = "/api/v1/operator/curators/" + curator.id();

        post(operator().token(), path + "/suspension", "").expect(200);
        assertRefused(visit(consumer.token(), code), "curator-suspended");
        post(curator.token(), "/api/v1/share-links", linkTo("q")).expect(403, "forbidden");

        post(operator().token(), path + "/reinstatement", "").expect(200);
        verified(visit(consumer.token(), code));
    }

    @Test
    void a_suspended_second_level_is_dropped_and_nobody_moves_up() {
        Person top = curator("drop-top", null);
        Person second = curator("drop-second", top.id());
        Person curator = curator("drop-curator", second.id());
        post(operator().token(), "/api/v1/operator/curators/" + second.id() + "/suspension", "")
                .expect(200);

        VerifiedToken token =
                verified(visit(consumer("drop-consumer").token(), link(curator, "p")));

        assertThat(token.claims().text("shr")).isEqualTo(curator.id());
        assertThat(token.claims().text("sec")).isNull();
    }

    @Test
    void a_link_into_a_community_is_for_its_owner_and_members() {
        Person owner = curator("place-owner", null);
        Person member = curator("place-member", null);
        Person stranger = curator("place-stranger", null);
        String community = community(owner, "open", 5);
        post(member.token(), "/api/v1/communities/" + community + "/members", "").expect(200);
        String link =
                "{\"target\":{\"kind\":\"community\",\"id\":\"%s\"},\"channel\":\"moments\"}"
                        .formatted(community);

        String code = post(owner.token(), "/api/v1/share-links", link).expect(201).text("/code");
        post(member.token(), "/api/v1/share-links", link).expect(201);
        post(stranger.token(), "/api/v1/share-links", link).expect(422, "unknown-community");

        Answer visit = visit(consumer("place-consumer").token(), code);
        assertThat(visit.text("/community")).isEqualTo(community);
        assertThat(verified(visit).claims().text("com")).isEqualTo(community);
    }

    @Test
    void only_curators_share_and_only_links_that_exist_open() {
        Person consumer = consumer("no-curator");

        post(consumer.token(), "/api/v1/share-links", linkTo("p")).expect(403, "forbidden");
        post(null, "/api/v1/share-links", linkTo("p")).expect(401, "not-signed-in");
        post(null, "/api/v1/share-links/0000000000/visits", "").expect(404, "not-found");
        post(null, "/api/v1/share-links/nonsense/visits", "").expect(404, "not-found");
    }

    @Test
    void a_chain_of_second_levels_never_leads_back() {
        Person a = curator("upline-a", null);
        Person b = curator("upline-b", a.id());
        Person c = curator("upline-c", b.id());

        grant(a.id(), c.id()).expect(422, "upline-cycle");
        grant(a.id(), b.id()).expect(422, "upline-cycle");
        grant(a.id(), a.id()).expect(422, "upline-cycle");
        grant(a.id(), consumer("upline-consumer").id()).expect(422, "not-a-curator");
        grant("nobody", null).expect(422, "unknown-account");
        grant(c.id(), a.id()).expect(200);
    }

    @Test
    void a_curator_has_a_level_until_it_is_granted_without_one() {
        Person curator = curator("levelled", null);
        String path = "/api/v1/operator/curators";
        String account = "{\"account\":\"" + curator.id() + "\"";

        Answer gold = post(operator().token(), path, account + ",\"level\":\"gold\"}");
        Answer same = post(operator().token(), path, account + ",\"level\":\"gold\"}");
        Answer none = post(operator().token(), path, account + "}");

        assertThat(gold.text("/curator/level")).isEqualTo("gold");
        assertThat(same.text("/curator/level")).isEqualTo("gold");
        assertThat(none.body().at("/curator").has("level")).isFalse();
    }

    private Answer grant(String account, @org.jspecify.annotations.Nullable String second) {
        String above = second == null ? "" : ",\"secondLevel\":\"" + second + "\"";
        return post(
                operator().token(),
                "/api/v1/operator/curators",
                "{\"account\":\"" + account + "\"" + above + "}");
    }

    private static void assertRefused(Answer visit, String reason) {
        assertThat(visit.body().at("/attributionToken").isNull()).as("%s", visit).isTrue();
        assertThat(visit.text("/reason")).isEqualTo(reason);
    }
}
