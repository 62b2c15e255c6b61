package io.xinqun.community.model.session;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/// All sessions.
public interface Sessions {

    Mono<Session> find(String id);

    Mono<Void> add(Session session);

    /// Writes an exchange; false when the token of `before` is not the live one any more.
    Mono<Boolean> rotate(Session before, Session after);

    /// Ends an open session; nothing happens to one that has ended.
    Mono<Void> end(String id, SessionEnd why);

    /// Ends all of an account's sessions except its `keep` last used ones.
    Mono<Void> endBeyond(String account, int keep, SessionEnd why);

    /// The open sessions of an account, the last used first.
    Mono<List<Session>> openOf(String account, Instant now);

    /// Removes sessions that expired before this instant; gives how many.
    Mono<Long> forget(Instant expiredBefore);
}
