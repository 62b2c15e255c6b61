package io.xinqun.local.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A proxy under load: how many requests a second it carries, and what one costs it.
///
/// Units: the cost is processor time of the proxy's own processes (user and system, as the kernel
/// counts it in steps of 10 ms) in microseconds a request, the median of the rounds.
final class LoadedProxy {

    private static final double NANOS_PER_MICRO = 1_000;

    private final URI address;
    private final ProcessHandle process;
    private final Wrk load;
    private final List<Double> micros = new ArrayList<>();

    LoadedProxy(URI address, ProcessHandle process, Wrk load) {
        this.address = address;
        this.process = process;
        this.load = load;
    }

    void warm(Duration duration) {
        load.warm(address, duration);
    }

    /// @return requests a second
    double round(Duration duration) {
        long before = processorNanos();
        Wrk.Answers answers = load.run(address, duration);
        micros.add((processorNanos() - before) / NANOS_PER_MICRO / answers.count());
        return answers.perSecond();
    }

    double microsPerRequest() {
        return Rounds.median(micros);
    }

    /// nginx does its work in children of the process that was started.
    private long processorNanos() {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }
}
