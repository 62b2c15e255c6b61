package io.xinqun.community.model.community;

import io.xinqun.kernel.event.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// All communities.
public interface Communities {

    Mono<Community> find(String id);

    /// Adds a new community; false when the id is taken.
    Mono<Boolean> add(Community community, Actor actor);

    /// At most `limit` open communities in the order of their ids, those after `last`.
    Mono<List<Community>> open(@Nullable String last, int limit);
}
