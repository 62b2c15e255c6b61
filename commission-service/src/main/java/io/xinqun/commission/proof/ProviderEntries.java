package io.xinqun.commission.proof;

import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Our own entries about money at the provider.
public interface ProviderEntries {

    /// The amounts that left or entered our clearing, without sign, by entry id; entries that are
    /// not posted are missing.
    Mono<Map<String, Fen>> about(List<ProviderLine> lines);

    /// The receipts and refunds that the provider moved in a span of time.
    Flux<MovedEntry> moved(Instant from, Instant until);

    /// Shape: the id of the entry, and the provider's time of it.
    record MovedEntry(String id, Instant at) {}
}
