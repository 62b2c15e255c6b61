package io.xinqun.local.network;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;

/// The lines between the parts of one copy of the system; all of them are as good or as bad as one
/// says, from one moment to the next, and clear at the beginning.
///
/// As a function it gives the port by which a part is reached instead of its own.
public final class Network implements IntUnaryOperator, AutoCloseable {

    private final Map<Integer, Link> links = new ConcurrentHashMap<>();
    private final AtomicReference<Line> line = new AtomicReference<>(Line.CLEAR);
    private final long seed;

    /// The seed decides what is lost.
    public Network(long seed) {
        this.seed = seed;
    }

    @Override
    public int applyAsInt(int port) {
        return links.computeIfAbsent(port, target -> Link.to(target, line::get, seed + target))
                .port();
    }

    /// From now on every line is like this; what is under way arrives as it would have.
    public void become(Line next) {
        line.set(next);
    }

    @Override
    public void close() {
        links.values().forEach(Link::close);
    }
}
