package io.xinqun.kernel.consumer.poll;

import io.xinqun.kernel.consumer.EventConsumer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads of one consumer group in this program.
final class RunningGroup implements EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(RunningGroup.class);

    /// A record in hand has so long to finish when the program stops.
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final List<ConsumerLoop> loops;
    private final List<Thread> threads;

    RunningGroup(String group, List<ConsumerLoop> loops) {
        this.loops = loops;
        this.threads =
                IntStream.range(0, loops.size())
                        .mapToObj(number ->
                                Thread.ofPlatform()
                                        .name(group + "-" + number)
                                        .daemon()
                                        .unstarted(loops.get(number)))
                        .toList();
        threads.forEach(Thread::start);
    }

    @Override
    public boolean isRunning() {
        return threads.stream().anyMatch(Thread::isAlive);
    }

    @Override
    public void close() {
        loops.forEach(ConsumerLoop::stop);
        try {
            for (Thread thread : threads) {
                if (!thread.join(STOP_PATIENCE)) {
                    LOG.warn("{} does not stop, its record comes again", thread.getName());
                    thread.interrupt();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
