package io.xinqun.community.model.referral;

import reactor.core.publisher.Mono;

/// All share links, with the counts of their visits.
public interface ShareLinks {

    Mono<ShareLink> find(String code);

    /// Adds a link; false when the code is taken.
    Mono<Boolean> add(ShareLink link);

    /// Counts one visit.
    Mono<Void> count(String code, boolean signedIn);
}
