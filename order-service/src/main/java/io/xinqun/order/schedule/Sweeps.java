package io.xinqun.order.schedule;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Looks again and again for orders with something due. The deadlines are in the store, so it does
/// not matter which instance finds them, or that none did for a while.
///
/// State: a sweep that fails is tried again at the next tick; a full one goes on at once.
public final class Sweeps implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

    /// Orders of one look: some seconds of work, so that a backlog does not fill the memory.
    private static final int LIMIT = 200;

    private final List<Sweep> sweeps;
    private final Duration interval;
    private volatile Disposable.Composite running = Disposables.composite();

    public Sweeps(List<Sweep> sweeps, Duration interval) {
        this.sweeps = List.copyOf(sweeps);
        this.interval = interval;
    }

    /// A use case that takes the most it may do and gives what it did.
    public record Sweep(String name, IntFunction<Mono<Integer>> work) {}

    @Override
    public void start() {
        Disposable.Composite started = Disposables.composite();
        sweeps.forEach(sweep -> started.add(forever(sweep).subscribe()));
        running = started;
    }

    private Flux<Integer> forever(Sweep sweep) {
        return Flux.interval(interval).onBackpressureDrop().concatMap(tick -> untilDone(sweep), 1);
    }

    private static Flux<Integer> untilDone(Sweep sweep) {
        return Mono.defer(() -> sweep.work().apply(LIMIT))
                .expand(done -> done < LIMIT ? Mono.empty() : sweep.work().apply(LIMIT))
                .onErrorResume(failed -> {
                    LOG.warn("sweep {} failed and is tried again", sweep.name(), failed);
                    return Mono.empty();
                });
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return running.size() > 0 && !running.isDisposed();
    }
}
