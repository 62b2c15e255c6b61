package io.xinqun.local.story.stage;

import io.xinqun.local.story.client.StoryFailure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Many people at once.
public final class Crowd {

    private Crowd() {}

    /// All start at the same moment; gives what each of them got, in their order.
    public static <T> List<T> atOnce(int people, IntFunction<T> action) {
        CountDownLatch gate = new CountDownLatch(1);
        return together(people, gate, action);
    }

    /// No more than `width` of them at a time. After the first failure nobody begins any more.
    public static <T> List<T> inTurns(int people, int width, IntFunction<T> action) {
        Semaphore turns = new Semaphore(width);
        AtomicBoolean failed = new AtomicBoolean();
        return together(
                people,
                new CountDownLatch(0),
                person -> {
                    turns.acquireUninterruptibly();
                    try {
                        if (failed.get()) {
                            throw new StoryFailure("not begun after somebody else's failure");
                        }
                        return action.apply(person);
                    } catch (RuntimeException cause) {
                        failed.set(true);
                        throw cause;
                    } finally {
                        turns.release();
                    }
                });
    }

    /// Does something beside the crowd; a failure of it is told when it is joined.
    public static CompletableFuture<Void> beside(Runnable action) {
        return CompletableFuture.runAsync(action, task -> Thread.ofVirtual().start(task));
    }

    private static <T> List<T> together(int people, CountDownLatch gate, IntFunction<T> action) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> started =
                    IntStream.range(0, people)
                            .mapToObj(person ->
                                    CompletableFuture.supplyAsync(
                                            () -> after(gate, person, action), threads))
                            .toList();
            gate.countDown();
            return started.stream().map(CompletableFuture::join).toList();
        }
    }

    private static <T> T after(CountDownLatch gate, int person, IntFunction<T> action) {
        try {
            gate.await();
            return action.apply(person);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted", cause);
        }
    }
}
