package io.xinqun.kernel.mongo;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The one edge where code that runs on threads of its own (relays, owners of totals, folders)
/// waits for the reactive driver. Never call it from a request.
///
/// Errors: what the driver reports, or an `IllegalStateException` when there was no answer in time;
/// then nothing is known about what was written.
public final class BlockingMongo {

    /// Longer than a change of primary takes, shorter than a consumer may be silent.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private BlockingMongo() {}

    public static <T> @Nullable T first(Publisher<T> publisher) {
        return Mono.from(publisher).block(PATIENCE);
    }

    public static <T> List<T> all(Publisher<T> publisher) {
        List<T> list = Flux.from(publisher).collectList().block(PATIENCE);
        return list == null ? List.of() : list;
    }
}
