package io.xinqun.kernel.batch;

/// How many items wait at most, and how many go into one batch.
///
/// Shape: `name` says what is gathered, for metrics and messages.
public record GatheringLimits(String name, int waiting, int batch) {

    public GatheringLimits {
        if (waiting < 1 || batch < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
