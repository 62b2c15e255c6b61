package io.xinqun.community.model.community;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// The seats of communities. A seat is taken by a claim on the community's document, in the same
/// conditional write that finds one free, so parallel joins never take more than there are.
///
/// State: a claim is *held* until its membership is active, then *settled*. `free` may be too low
/// for a while (a member left, a join broke off), never too high; [#recount] puts it right.
public interface Seats {

    /// The outcome of asking for a seat.
    enum Claim {
        HELD,
        /// This very claim is already held: somebody does the same join at the same time.
        HELD_BEFORE,
        FULL
    }

    Mono<Claim> claim(String community, String claim, String account, Instant now);

    /// The membership of the claim is active.
    Mono<Void> settle(String community, String claim);

    /// Gives a held seat back.
    Mono<Void> release(String community, String claim);

    /// A seat may have come free by somebody's leaving.
    Mono<Void> markDeparture(String community);

    /// Counts the seats again when somebody left or a claim was abandoned before `abandoned`. True
    /// when it found a free one.
    Mono<Boolean> recount(String community, Instant abandoned);
}
