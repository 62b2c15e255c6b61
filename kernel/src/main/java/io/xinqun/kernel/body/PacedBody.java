package io.xinqun.kernel.body;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.PooledDataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

/// One body on its way: looks at it several times per pause and ends it with `body-too-slow`.
final class PacedBody {

    /// A silence is noticed an eighth of the pause late at most.
    private static final int LOOKS_PER_PAUSE = 8;

    private final BodyPace pace;
    private final Duration between;
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /// Only the looks, which follow one another, touch these.
    private long bytesSeen = -1;

    private Duration silent = Duration.ZERO;
    private Duration waited = Duration.ZERO;

    private volatile boolean tooSlow;

    private PacedBody(BodyPace pace) {
        this.pace = pace;
        this.between = pace.pause().dividedBy(LOOKS_PER_PAUSE);
    }

    static Flux<DataBuffer> of(Flux<DataBuffer> body, BodyPace pace, Scheduler timer) {
        return Flux.defer(() -> {
            PacedBody paced = new PacedBody(pace);
            return body.doOnRequest(paced::wants)
                    .doOnNext(paced::comes)
                    .takeUntilOther(paced.looks(timer))
                    .concatWith(paced.verdict())
                    .doOnDiscard(PooledDataBuffer.class, DataBufferUtils::release);
        });
    }

    /// Ends the body by a value: an error in its place would leave the body's source going on.
    private Mono<Long> looks(Scheduler timer) {
        return Flux.interval(between, timer).filter(number -> isTooSlow()).next();
    }

    private Mono<DataBuffer> verdict() {
        return Mono.defer(() -> tooSlow ? Mono.error(problem()) : Mono.empty());
    }

    private Problem problem() {
        return new Problem(
                CommonProblem.BODY_TOO_SLOW,
                "The body came too slowly: " + bytes.get() + " bytes until now");
    }

    private void wants(long count) {
        wanted.accumulateAndGet(count, Operators::addCap);
    }

    private void comes(DataBuffer buffer) {
        bytes.addAndGet(buffer.readableByteCount());
        wanted.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
    }

    private boolean isTooSlow() {
        long now = bytes.get();
        boolean isAwaited = wanted.get() > 0;
        silent = isAwaited && now == bytesSeen ? silent.plus(between) : Duration.ZERO;
        waited = isAwaited ? waited.plus(between) : waited;
        bytesSeen = now;
        Duration allowed = pace.pause().plusMillis(now * 1_000 / pace.bytesPerSecond());
        tooSlow = silent.compareTo(pace.pause()) >= 0 || waited.compareTo(allowed) >= 0;
        return tooSlow;
    }
}
