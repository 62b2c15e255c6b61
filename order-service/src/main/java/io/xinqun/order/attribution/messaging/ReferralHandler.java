package io.xinqun.order.attribution.messaging;

import io.xinqun.kernel.consumer.EventHandler;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.order.attribution.ReferralBook;
import io.xinqun.order.order.deal.Binding;
import io.xinqun.order.order.line.Attribution;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Learns who brought whom, who may sell and which communities there are.
public final class ReferralHandler implements EventHandler {

    private static final String BINDING = "referral.binding.v1";
    private static final String CURATOR = "community.curator.v1";
    private static final String COMMUNITY = "community.community.v1";

    private final ReferralBook book;

    public ReferralHandler(ReferralBook book) {
        this.book = book;
    }

    /// What is read of `referral.binding.v1`.
    record BindingData(
            String consumerId,
            long version,
            String sharer,
            @Nullable String second,
            String link,
            String channel,
            @Nullable String community,
            Policy policy,
            Instant expiresAt,
            boolean revoked) {

        record Policy(long version) {}

        Binding binding() {
            return new Binding(
                    consumerId,
                    new Attribution(sharer, second, link, channel, policy.version(), version, null),
                    community,
                    revoked ? Instant.EPOCH : expiresAt);
        }
    }

    record CuratorData(String curatorId, String status, @Nullable String level) {

        ReferralBook.CuratorNews news() {
            return new ReferralBook.CuratorNews("active".equals(status), level);
        }
    }

    record CommunityData(String communityId, String status) {}

    @Override
    public Set<String> types() {
        return Set.of(BINDING, CURATOR, COMMUNITY);
    }

    @Override
    public void handle(Event event) {
        learn(event).block();
    }

    private Mono<Void> learn(Event event) {
        long version = event.sequence();
        return switch (event.type()) {
            case BINDING -> book.learn(EventJson.read(event, BindingData.class).binding(), version);
            case CURATOR -> {
                CuratorData data = EventJson.read(event, CuratorData.class);
                yield book.learnCurator(data.curatorId(), data.news(), version);
            }
            default -> {
                CommunityData data = EventJson.read(event, CommunityData.class);
                yield book.learnCommunity(
                        data.communityId(), "open".equals(data.status()), version);
            }
        };
    }
}
