package io.xinqun.kernel.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Gathers concurrent items into one batch call. One call is in flight; what arrives meanwhile is
/// the next batch. There is no timer: an item that comes alone goes alone, at once.
///
/// Shape: the call answers one [Result] per item, in the order of the items. State: an item whose
/// caller went away is still carried out; idempotence is the caller's. Errors: [Overloaded] when
/// the queue is full; a failed call fails every item of its batch.
public final class Gathering<I, O> {

    private final GatheringLimits limits;
    private final Function<List<I>, Mono<List<Result<O>>>> call;
    private final Queue<Waiting<I, O>> queue = new ArrayDeque<>();
    private final AtomicBoolean running = new AtomicBoolean();

    public Gathering(GatheringLimits limits, Function<List<I>, Mono<List<Result<O>>>> call) {
        this.limits = limits;
        this.call = call;
    }

    /// The item's own result, once the batch that carried it is through.
    public Mono<O> submit(I item) {
        return Mono.defer(() -> {
            Waiting<I, O> waiting = new Waiting<>(item, Sinks.one());
            if (!offer(waiting)) {
                return Mono.error(new Overloaded(limits.name()));
            }
            start();
            return waiting.answer.asMono();
        });
    }

    private boolean offer(Waiting<I, O> waiting) {
        synchronized (queue) {
            return queue.size() < limits.waiting() && queue.add(waiting);
        }
    }

    private void start() {
        if (running.compareAndSet(false, true)) {
            next();
        }
    }

    private void next() {
        List<Waiting<I, O>> batch = take();
        if (batch.isEmpty()) {
            running.set(false);
            if (anyWaiting()) {
                // Somebody came between the look and the flag.
                start();
            }
            return;
        }
        run(batch);
    }

    /// The next batch is on its way before the callers of this one go on, so the store never waits
    /// for them.
    private void run(List<Waiting<I, O>> batch) {
        List<I> items = batch.stream().map(Waiting::item).toList();
        Mono.defer(() -> call.apply(items))
                .defaultIfEmpty(List.of())
                .subscribe(
                        results -> {
                            next();
                            answer(batch, results);
                        },
                        error -> {
                            next();
                            fail(batch, error);
                        });
    }

    private void answer(List<Waiting<I, O>> batch, List<Result<O>> results) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).complete(i < results.size() ? results.get(i) : null);
        }
    }

    private void fail(List<Waiting<I, O>> batch, Throwable error) {
        Result<O> failure = Result.failure(error);
        batch.forEach(waiting -> waiting.complete(failure));
    }

    private List<Waiting<I, O>> take() {
        synchronized (queue) {
            List<Waiting<I, O>> batch = new ArrayList<>();
            for (Waiting<I, O> waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
                batch.add(waiting);
                if (batch.size() == limits.batch()) {
                    break;
                }
            }
            return batch;
        }
    }

    private boolean anyWaiting() {
        synchronized (queue) {
            return !queue.isEmpty();
        }
    }

    private record Waiting<I, O>(I item, Sinks.One<O> answer) {

        void complete(@Nullable Result<O> result) {
            switch (result) {
                case Result.Success<O> success -> answer.tryEmitValue(success.value());
                case Result.Failure<O> failure -> answer.tryEmitError(failure.error());
                case null ->
                        answer.tryEmitError(
                                new IllegalStateException("the batch gave no result for it"));
            }
        }
    }
}
