package io.xinqun.community.model.referral;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The binding of every consumer. A write tells the event that it causes.
public interface Bindings {

    Mono<Binding> find(String consumer);

    /// Writes the version after `before`, or the first one; false when somebody else did.
    Mono<Boolean> put(@Nullable Binding before, Binding after);

    /// The sharers of those among `consumers` whose binding counts now.
    Mono<Map<String, String>> sharersOf(Collection<String> consumers, Instant now);
}
