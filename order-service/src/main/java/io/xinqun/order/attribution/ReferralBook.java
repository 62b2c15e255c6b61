package io.xinqun.order.attribution;

import io.xinqun.order.order.deal.Binding;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Where what the community service tells is written down. Older news than what is known changes
/// nothing; `version` is the sequence of the event.
public interface ReferralBook {

    Mono<Void> learn(Binding binding, long version);

    Mono<Void> learnCurator(String account, CuratorNews news, long version);

    /// Whether somebody may earn, and at which level.
    record CuratorNews(boolean active, @Nullable String level) {}

    Mono<Void> learnCommunity(String community, boolean open, long version);
}
