package io.xinqun.order.signal;

import io.xinqun.order.order.OrderState;
import io.xinqun.order.order.Signals.Moved;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// Who waits on this instance, by order.
///
/// State: memory only; an entry lives as long as its subscription.
public final class LocalSignals {

    private final ConcurrentHashMap<String, Set<FluxSink<OrderState.Name>>> waiting =
            new ConcurrentHashMap<>();

    public void deliver(Collection<Moved> moves) {
        for (Moved move : moves) {
            Set<FluxSink<OrderState.Name>> sinks = waiting.get(move.orderId());
            if (sinks != null) {
                sinks.forEach(sink -> sink.next(move.state()));
            }
        }
    }

    public Flux<OrderState.Name> of(String orderId) {
        return Flux.create(sink -> {
            waiting.compute(orderId, (id, sinks) -> joined(sinks, sink));
            sink.onDispose(() -> waiting.computeIfPresent(orderId, (id, all) -> left(all, sink)));
        });
    }

    /// How many orders are waited for here.
    public int size() {
        return waiting.size();
    }

    private static Set<FluxSink<OrderState.Name>> joined(
            @org.jspecify.annotations.Nullable Set<FluxSink<OrderState.Name>> sinks,
            FluxSink<OrderState.Name> sink) {
        Set<FluxSink<OrderState.Name>> all = sinks == null ? ConcurrentHashMap.newKeySet() : sinks;
        all.add(sink);
        return all;
    }

    /// Null takes the entry out.
    private static @org.jspecify.annotations.Nullable Set<FluxSink<OrderState.Name>> left(
            Set<FluxSink<OrderState.Name>> sinks, FluxSink<OrderState.Name> sink) {
        sinks.remove(sink);
        return sinks.isEmpty() ? null : sinks;
    }
}
