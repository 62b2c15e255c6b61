package io.xinqun.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoiningIT extends Program {

    private static final String COMMUNITY =
            """
            {"name":"测试群","kind":"training","purpose":"operating","admission":"open",
             "capacity":%d,"tags":["a","b"],"rules":"友善"}
            """;

    @Test
    void a_community_is_founded_once_under_one_key() {
        Person owner = curator("founding-owner", null);
        Answer first = found(owner, "key-1", 10).expect(201);
        Answer repeat = found(owner, "key-1", 10).expect(201);

        assertThat(repeat.text("/id")).isEqualTo(first.text("/id"));
        assertThat(repeat.text("/createdAt")).isEqualTo(first.text("/createdAt"));
        found(owner, "key-1", 11).expect(422, "idempotency-key-reused");
        assertThat(found(curator("founding-other", null), "key-1", 10).expect(201).text("/id"))
                .isNotEqualTo(first.text("/id"));
        get(owner.token(), "/api/v1/communities/" + first.text("/id")).expect(200);
    }

    @Test
    void communities_are_listed_page_by_page_without_gap_or_repeat() {
        Person owner = curator("listing-owner", null);
        for (int index = 0; index < 5; index++) {
            community(owner, "open", 5);
        }
        List<String> whole = ids(get(owner.token(), "/api/v1/communities?limit=100").expect(200));
        List<String> paged = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = get(owner.token(), "/api/v1/communities?limit=2" + cursor).expect(200);
            paged.addAll(ids(page));
            cursor = page.body().has("next") ? "&cursor=" + page.text("/next") : null;
        }
        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
    }

    @Test
    void a_hundred_join_ten_seats_at_once_and_exactly_ten_get_one() {
        String community = community(curator("rush-owner", null), "open", 10);
        List<Person> people = new ArrayList<>();
        for (int index = 0; index < 100; index++) {
            people.add(consumer("rush-" + index));
        }

        List<Answer> answers = parallel(100, index -> () -> join(people.get(index), community));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(90)
                .allSatisfy(answer -> answer.expect(409, "community-full"));
        String anybody = people.getFirst().token();
        assertThat(get(anybody, "/api/v1/communities/" + community).text("/members"))
                .isEqualTo("10");
    }

    @Test
    void joining_twenty_times_at_once_takes_one_seat() {
        Person owner = curator("repeat-owner", null);
        String community = community(owner, "open", 2);
        Person member = consumer("repeat-member");

        parallel(20, index -> () -> join(member, community))
                .forEach(answer -> assertThat(answer.status()).isIn(200, 409));
        assertThat(join(member, community).expect(200).text("/status")).isEqualTo("active");

        join(consumer("repeat-second"), community).expect(200);
        join(consumer("repeat-third"), community).expect(409, "community-full");
        assertThat(members(owner, community)).hasSize(2);
    }

    @Test
    void a_seat_that_somebody_left_is_free_again_and_only_once() {
        Person owner = curator("leaving-owner", null);
        String community = community(owner, "open", 3);
        List<Person> people = parallel(9, index -> () -> consumer("leaving-" + index));
        for (int index = 0; index < 3; index++) {
            join(people.get(index), community).expect(200);
        }
        join(people.get(3), community).expect(409, "community-full");

        String mine = "/api/v1/communities/" + community + "/members/me";
        parallel(5, index -> () -> delete(people.getFirst().token(), mine))
                .forEach(answer -> assertThat(answer.status()).isIn(204, 409));
        delete(people.getFirst().token(), mine).expect(204);

        List<Answer> again = parallel(6, index -> () -> join(people.get(3 + index), community));
        assertThat(again).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(members(owner, community)).hasSize(3);
        join(people.getFirst(), community).expect(409, "community-full");
    }

    @Test
    void an_application_waits_for_the_owner_and_takes_a_seat_when_approved() {
        Person owner = curator("applying-owner", null);
        String community = community(owner, "application", 1);
        Person first = consumer("applying-first");
        Person second = consumer("applying-second");

        assertThat(join(first, community).expect(200).text("/status")).isEqualTo("pending");
        assertThat(join(first, community).expect(200).text("/status")).isEqualTo("pending");
        join(second, community).expect(200);

        assertThat(approve(owner, community, first).expect(200).text("/status"))
                .isEqualTo("active");
        approve(owner, community, first).expect(200);
        approve(owner, community, second).expect(409, "community-full");
        assertThat(join(second, community).expect(200).text("/status")).isEqualTo("pending");
        delete(owner.token(), "/api/v1/communities/" + community + "/members/" + first.id())
                .expect(204);
        approve(owner, community, second).expect(200);
    }

    @Test
    void an_invitation_only_community_takes_who_was_invited() {
        Person owner = curator("inviting-owner", null);
        String community = community(owner, "invitation", 5);
        Person guest = consumer("inviting-guest");

        join(guest, community).expect(403, "invitation-required");
        post(
                        owner.token(),
                        "/api/v1/communities/" + community + "/invitations",
                        "{\"account\":\"" + guest.id() + "\"}")
                .expect(200);
        assertThat(join(guest, community).expect(200).text("/status")).isEqualTo("active");
    }

    @Test
    void what_belongs_to_the_owner_is_not_there_for_anybody_else() {
        Person owner = curator("private-owner", null);
        Person other = curator("private-other", null);
        String community = community(owner, "application", 5);
        Person member = consumer("private-member");
        join(member, community).expect(200);

        String path = "/api/v1/communities/" + community;
        get(other.token(), path + "/members").expect(404, "not-found");
        get(member.token(), path + "/members").expect(404, "not-found");
        get(null, path + "/members").expect(401, "not-signed-in");
        approve(other, community, member).expect(404, "not-found");
        delete(other.token(), path + "/members/" + member.id()).expect(404, "not-found");
        post(other.token(), path + "/invitations", "{\"account\":\"x\"}").expect(404, "not-found");
        assertThat(members(owner, community)).isEmpty();
    }

    @Test
    void the_owner_is_no_member_and_nobody_joins_what_is_not_there() {
        Person owner = curator("own-owner", null);
        String community = community(owner, "open", 5);

        join(owner, community).expect(409, "own-community");
        join(owner, "no-such-community").expect(404, "not-found");
        delete(owner.token(), "/api/v1/communities/" + community + "/members/me")
                .expect(404, "not-found");
    }

    private Answer found(Person owner, String key, int capacity) {
        return send(
                request(owner.token(), "/api/v1/communities")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(COMMUNITY.formatted(capacity))));
    }

    private Answer join(Person person, String community) {
        return post(person.token(), "/api/v1/communities/" + community + "/members", "");
    }

    private Answer approve(Person owner, String community, Person applicant) {
        return post(
                owner.token(),
                "/api/v1/communities/" + community + "/members/" + applicant.id() + "/approval",
                "");
    }

    private List<String> members(Person owner, String community) {
        Answer page = get(owner.token(), "/api/v1/communities/" + community + "/members");
        return page.expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.path("account").asString())
                .toList();
    }

    private static List<String> ids(Answer page) {
        return page.body()
                .at("/items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
