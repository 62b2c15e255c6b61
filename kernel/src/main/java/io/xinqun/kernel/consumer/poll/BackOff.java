package io.xinqun.kernel.consumer.poll;

import java.time.Duration;
import java.time.Instant;

/// When to try again: after a pause that doubles with each failure up to a longest one, for ever.
record BackOff(Duration pause, Instant due) {

    static BackOff first(Duration first, Instant now) {
        return new BackOff(first, now.plus(first));
    }

    BackOff next(Duration longest, Instant now) {
        Duration doubled = pause.multipliedBy(2);
        Duration next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return new BackOff(next, now.plus(next));
    }

    boolean isDue(Instant now) {
        return !now.isBefore(due);
    }
}
