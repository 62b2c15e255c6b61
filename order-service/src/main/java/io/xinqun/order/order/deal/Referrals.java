package io.xinqun.order.order.deal;

import java.util.Optional;
import reactor.core.publisher.Mono;

/// The read models of who brought whom, who may sell and where. What is missing means the direct
/// price, never a wait.
public interface Referrals {

    Mono<Optional<Binding>> bindingOf(String consumer);

    Mono<Boolean> isActiveCurator(String account);

    Mono<Boolean> isActiveCommunity(String community);
}
