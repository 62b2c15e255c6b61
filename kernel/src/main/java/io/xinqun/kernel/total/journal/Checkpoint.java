package io.xinqun.kernel.total.journal;

import java.time.Instant;

/// Up to which position a slot's journal has been folded, and the newest record time in it.
public record Checkpoint(int slot, long position, Instant newest) {

    /// A slot of which nothing has been folded.
    public static Checkpoint start(int slot) {
        return new Checkpoint(slot, 0, Instant.EPOCH);
    }
}
