package io.xinqun.catalog.feed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One line of a delivery.
///
/// Shape: `number` counts from 1; `content` is null for a line that is too long to be kept.
@SuppressWarnings("ArrayRecordComponent") // A line is read once, bytes are what it comes as.
public record FeedLine(long number, byte @Nullable [] content) {

    /// An item with every field at its limit has 150 KB, a usual one 1 to 3 KB.
    public static final int MAXIMUM_BYTES = 256 * 1024;

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof FeedLine other
                && number == other.number
                && Arrays.equals(content, other.content);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    /// Without the content, which is the supplier's.
    @Override
    public String toString() {
        return "line " + number;
    }
}
