package io.xinqun.community.community;

import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.page.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// All communities.
public interface Communities {

    Mono<Community> find(String id);

    /// Adds a new community; false when the id is taken.
    Mono<Boolean> add(Community community, Actor actor);

    /// Open communities, the oldest first.
    Mono<Page<Community>> page(@Nullable String cursor, int limit);
}
