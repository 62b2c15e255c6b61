package io.xinqun.community.store.referral;

import static io.xinqun.kernel.event.ContractAssertions.assertMatches;
import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.community.model.referral.AttributionModel;
import io.xinqun.community.model.referral.Binding;
import io.xinqun.community.model.referral.BindingRule;
import io.xinqun.community.model.referral.Channel;
import io.xinqun.community.model.referral.ReferralPolicy;
import io.xinqun.community.model.referral.ShareLink;
import io.xinqun.community.model.referral.Target;
import io.xinqun.community.model.referral.Touch;
import io.xinqun.kernel.outbox.OutboxEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BindingEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_binding_is_told_as_its_contract_says(Channel channel) {
        for (AttributionModel model : AttributionModel.values()) {
            check(BindingEvents.of(binding(channel, model, null, null), NOW));
            check(BindingEvents.of(binding(channel, model, "s2", "c1"), NOW));
            check(BindingEvents.of(binding(channel, model, "s2", "c1").revokedNext(), NOW));
        }
    }

    @Test
    void a_binding_is_keyed_by_its_consumer_and_numbered_by_its_version() {
        Binding binding = binding(Channel.GROUP, AttributionModel.LAST_TOUCH, null, null);
        OutboxEntry told = BindingEvents.of(binding.revokedNext(), NOW);

        assertThat(told.topic()).isEqualTo("community.binding.v1");
        assertThat(told.key()).isEqualTo("consumer");
        assertThat(told.id()).isEqualTo("consumer:2");
        assertThat(told.sequence()).isEqualTo(2);
    }

    @Test
    void a_document_reads_as_it_was_written() {
        Binding binding = binding(Channel.POSTER, AttributionModel.FIRST_TOUCH, "s2", "c1");
        var document = BindingDocument.changeable(binding).append("_id", binding.consumer());

        assertThat(BindingDocument.read(document)).isEqualTo(binding);
    }

    private static void check(OutboxEntry entry) {
        assertMatches(entry.type(), entry.data());
    }

    private static Binding binding(
            Channel channel,
            AttributionModel model,
            @Nullable String second,
            @Nullable String community) {
        Target target = new Target(Target.Kind.PRODUCT, "p1");
        ShareLink link = new ShareLink("7KQ2M9XW4T", "s1", target, channel, community, NOW);
        Touch touch = new Touch("consumer", link, second, NOW);
        return BindingRule.decide(null, false, touch, new ReferralPolicy(1, model, 30)).binding();
    }
}
