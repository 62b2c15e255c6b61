package io.xinqun.kernel.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings back to the relay what was left in documents: after a crash, a failure, an overflow.
///
/// Shape: walks through ALL leftovers, page by page, as fast as the relay has room, and then begins
/// again; a document that can never be published is passed in every walk and holds up none behind
/// it. Several instances may sweep at once; they repeat each other's events. State: one thread
/// calls [#step].
public final class OutboxSweeper {

    private final OutboxStore store;
    private final OutboxRelay relay;
    private final OutboxLimits limits;
    private final Clock clock;
    private OutboxMeters meters = OutboxMeters.NONE;
    private OutboxStore.@Nullable Backlog walk;
    private List<Waiting> page = List.of();
    private Instant due = Instant.MIN;
    private @Nullable Instant oldest;
    private long seen;

    public OutboxSweeper(OutboxStore store, OutboxRelay relay, OutboxLimits limits, Clock clock) {
        this.store = store;
        this.relay = relay;
        this.limits = limits;
        this.clock = clock;
    }

    OutboxSweeper measuredBy(OutboxMeters measured) {
        this.meters = measured;
        return this;
    }

    /// One page at most; answers whether the walk goes on.
    public boolean step() {
        OutboxStore.Backlog current = walk;
        if (current == null) {
            return begin();
        }
        if (!page.isEmpty() && !submit()) {
            meters.walking(seen + page.size(), ageOfOldest());
            return true;
        }
        try {
            page = current.next();
        } catch (RuntimeException broken) {
            end(current);
            throw broken;
        }
        page.forEach(waiting -> waiting.entries().forEach(entry -> see(entry.at())));
        if (page.isEmpty()) {
            meters.walked(seen, ageOfOldest());
            end(current);
            return false;
        }
        return true;
    }

    private boolean begin() {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return false;
        }
        oldest = null;
        seen = 0;
        walk = store.backlog(now.minus(limits.leftover()));
        return true;
    }

    /// All of the page or nothing: the relay is asked again in the next step.
    private boolean submit() {
        if (!relay.hasRoom(page.size())) {
            return false;
        }
        for (Waiting waiting : page) {
            meters.resubmitted();
            relay.offer(waiting);
        }
        seen += page.size();
        page = List.of();
        return true;
    }

    private void see(Instant at) {
        Instant before = oldest;
        oldest = before == null || at.isBefore(before) ? at : before;
    }

    private long ageOfOldest() {
        Instant before = oldest;
        return before == null ? 0 : Duration.between(before, clock.instant()).toSeconds();
    }

    private void end(OutboxStore.Backlog current) {
        walk = null;
        page = List.of();
        due = clock.instant().plus(limits.interval());
        current.close();
    }
}
