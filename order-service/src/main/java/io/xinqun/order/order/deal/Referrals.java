package io.xinqun.order.order.deal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The read models of who brought whom, who may sell and where. What is missing means the direct
/// price, never a wait.
public interface Referrals {

    Mono<Optional<Binding>> bindingOf(String consumer);

    Mono<Boolean> isActiveCurator(String account);

    /// Empty for who is no active curator.
    Mono<ActiveCurator> activeCurator(String account);

    /// Somebody who may earn.
    record ActiveCurator(@Nullable String level) {}

    Mono<Boolean> isActiveCommunity(String community);
}
