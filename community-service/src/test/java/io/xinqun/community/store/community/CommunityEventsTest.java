package io.xinqun.community.store.community;

import static io.xinqun.kernel.event.ContractAssertions.assertMatches;
import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.community.model.community.Admission;
import io.xinqun.community.model.community.Community;
import io.xinqun.community.model.community.CommunityKind;
import io.xinqun.community.model.community.CommunityProfile;
import io.xinqun.community.model.community.Membership;
import io.xinqun.community.model.community.MembershipStatus;
import io.xinqun.community.model.community.Purpose;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.outbox.OutboxEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommunityEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
    private static final Actor ACTOR = new Actor("a1", "curator");

    @ParameterizedTest
    @EnumSource(CommunityKind.class)
    void a_founded_community_is_told_as_its_contract_says(CommunityKind kind) {
        for (Purpose purpose : Purpose.values()) {
            for (Admission admission : Admission.values()) {
                CommunityProfile profile =
                        new CommunityProfile(
                                "水果群", kind, purpose, admission, 10, List.of("水果"), "");
                OutboxEntry told =
                        CommunityEvents.founded(
                                Community.founded("c1", "a1", profile, NOW, "f"), ACTOR);
                assertMatches(told.type(), told.data());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MembershipStatus.class)
    void a_membership_is_told_as_its_contract_says(MembershipStatus status) {
        Membership membership = Membership.beginning("c1", "a1", status, NOW);
        if (membership.isTold()) {
            OutboxEntry told = CommunityEvents.moved(membership, ACTOR);
            assertMatches(told.type(), told.data());
        }
    }

    @Test
    void a_membership_is_keyed_by_community_and_account() {
        Membership membership = Membership.beginning("c1", "a1", MembershipStatus.ACTIVE, NOW);
        OutboxEntry told = CommunityEvents.moved(membership, ACTOR);

        assertThat(told.key()).isEqualTo("c1|a1");
        assertThat(told.id()).isEqualTo("c1|a1:1");
    }
}
