package io.xinqun.order.signal.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/// Tells the other instances something through Redis, as a hint that may be lost.
///
/// State: Redis may be away: what is said meanwhile is dropped, and [#isHeard] says so.
public final class RedisBroadcast implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RedisBroadcast.class);

    /// Messages on their way to Redis at once; what comes on top of them is dropped.
    private static final int IN_FLIGHT = 64;

    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);
    private static final char SEPARATOR = '|';

    private final ReactiveStringRedisTemplate redis;
    private final String channel;
    private final String self;
    private final Sinks.Many<Message> outgoing = Sinks.many().multicast().directBestEffort();
    private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();
    private final AtomicBoolean heard = new AtomicBoolean();
    private volatile Disposable.Composite running = Disposables.composite();

    public RedisBroadcast(ReactiveStringRedisTemplate redis, String channel, String self) {
        this.redis = redis;
        this.channel = channel;
        this.self = self;
    }

    /// What is said: a kind of message and its text.
    record Message(String kind, String text) {}

    public void on(String kind, Consumer<String> listener) {
        listeners.put(kind, listener);
    }

    /// Never blocks and never fails.
    public void say(String kind, String text) {
        synchronized (outgoing) {
            Sinks.EmitResult ignored = outgoing.tryEmitNext(new Message(kind, text));
            if (ignored == Sinks.EmitResult.FAIL_OVERFLOW) {
                LOG.debug("dropped a hint of kind {}", kind);
            }
        }
    }

    public boolean isHeard() {
        return heard.get();
    }

    @Override
    public void start() {
        running = Disposables.composite(speaking().subscribe(), listening().subscribe());
    }

    private Flux<Long> speaking() {
        return outgoing.asFlux()
                .onBackpressureDrop()
                .flatMap(this::publish, IN_FLIGHT)
                .doOnNext(receivers -> heard.set(true));
    }

    private Mono<Long> publish(Message message) {
        String text = self + SEPARATOR + message.kind() + SEPARATOR + message.text();
        return Mono.defer(() -> redis.convertAndSend(channel, text))
                .onErrorResume(away -> {
                    heard.set(false);
                    return Mono.empty();
                });
    }

    private Flux<String> listening() {
        return Mono.defer(() -> redis.listenToChannelLater(channel))
                // Connecting blocks; a Redis that is away must not hold up the start.
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(subscribed -> heard.set(true))
                .flatMapMany(messages -> messages)
                .map(received -> received.getMessage())
                .doOnNext(this::hear)
                .doOnError(away -> heard.set(false))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_RETRY).maxBackoff(LONGEST_RETRY));
    }

    private void hear(String text) {
        int first = text.indexOf(SEPARATOR);
        int second = text.indexOf(SEPARATOR, first + 1);
        if (second < 0 || text.substring(0, first).equals(self)) {
            return;
        }
        Consumer<String> listener = listeners.get(text.substring(first + 1, second));
        if (listener != null) {
            listener.accept(text.substring(second + 1));
        }
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
