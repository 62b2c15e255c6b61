package io.xinqun.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.xinqun.kernel.time.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutboxSweeperTest {

    /// Room for one document, pages of one.
    private static final OutboxLimits NARROW =
            new OutboxLimits(1, Duration.ofSeconds(5), Duration.ofSeconds(2), 1, 1);

    private final HandClock clock = new HandClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OutboxMeters meters = new OutboxMeters(registry, "things");
    private final Leftovers leftovers = new Leftovers();
    private final List<OutboxLog.Fate> sent = new ArrayList<>();
    private final OutboxRelay relay =
            new OutboxRelay(
                    new OutboxRelay.Ports(
                            leftovers,
                            (document, entry, fate) -> sent.add(fate),
                            new OutboxClearing(leftovers, NARROW, meters),
                            meters),
                    NARROW);
    private final OutboxSweeper sweeper =
            new OutboxSweeper(leftovers, relay, NARROW, clock).measuredBy(meters);

    @Test
    void what_is_left_is_shown_while_the_log_is_away_and_gone_when_it_is_back() {
        Instant written = clock.instant();
        leftovers.waiting.add(waiting("t1", written.plusSeconds(10)));
        leftovers.waiting.add(waiting("t2", written));
        clock.forward(Duration.ofSeconds(60));
        for (int step = 0; step < 5; step++) {
            sweeper.step();
            relay.step();
        }
        // The relay is full with the first, so the walk does not end.
        assertThat(sent).hasSize(1);
        assertThat(gauge(OutboxMetric.LEFT)).isEqualTo(2);
        assertThat(gauge(OutboxMetric.OLDEST)).isEqualTo(60);

        leftovers.waiting.clear();
        sent.getFirst().decided(null);
        for (int step = 0; step < 5; step++) {
            relay.step();
            sent.getLast().decided(null);
            sweeper.step();
        }
        clock.forward(Duration.ofSeconds(3));
        sweeper.step();
        sweeper.step();
        assertThat(gauge(OutboxMetric.LEFT)).isZero();
        assertThat(gauge(OutboxMetric.OLDEST)).isZero();
    }

    private double gauge(OutboxMetric metric) {
        return registry.get(metric.getName()).gauge().value();
    }

    private static Waiting waiting(String id, Instant at) {
        OutboxEntry entry =
                new OutboxEntry(
                        id + ":1",
                        "things.v1",
                        id,
                        "thing.v1",
                        1,
                        null,
                        null,
                        null,
                        at,
                        new byte[0]);
        return new Waiting(id, List.of(entry));
    }

    /// Documents in memory, one a page.
    private static final class Leftovers implements OutboxStore {

        private final List<Waiting> waiting = new ArrayList<>();

        @Override
        public Backlog backlog(Instant before) {
            Deque<Waiting> pages = new ArrayDeque<>(waiting);
            return new Backlog() {
                @Override
                public List<Waiting> next() {
                    Waiting next = pages.poll();
                    return next == null ? List.of() : List.of(next);
                }

                @Override
                public void close() {
                    pages.clear();
                }
            };
        }

        @Override
        public List<Waiting> read(Collection<String> documentIds) {
            return List.of();
        }

        @Override
        public void remove(List<PublishedEntry> published) {
            waiting.removeIf(each ->
                    published.stream().anyMatch(one -> one.documentId().equals(each.documentId())));
        }
    }
}
