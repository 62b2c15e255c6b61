package io.xinqun.kernel.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A fact as it travels between programs (CloudEvents 1.0).
///
/// Shape: `type` such as `order.paid.v1`; `source` is the producing program; `subject` the
/// aggregate; `sequence` counts per aggregate from 1, 0 marks a command; `id` is derived from the
/// cause, so a repeat has the same id; `data` is JSON. State: data holds no name, phone number or
/// address.
@SuppressWarnings("ArrayRecordComponent") // The bytes are passed on as they came, unparsed.
public record Event(
        String id,
        String type,
        String source,
        String subject,
        long sequence,
        @Nullable String causationId,
        @Nullable Actor actor,
        @Nullable String traceparent,
        Instant time,
        byte[] data) {

    /// The same event in this trace.
    public Event within(@Nullable String trace) {
        return new Event(
                id, type, source, subject, sequence, causationId, actor, trace, time, data);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Event other
                && id.equals(other.id)
                && type.equals(other.type)
                && source.equals(other.source)
                && subject.equals(other.subject)
                && sequence == other.sequence
                && Objects.equals(causationId, other.causationId)
                && Objects.equals(actor, other.actor)
                && Objects.equals(traceparent, other.traceparent)
                && time.equals(other.time)
                && Arrays.equals(data, other.data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, type, sequence);
    }

    /// Without the data: what is logged about an event never shows its content.
    @Override
    public String toString() {
        return type + " " + id + " (sequence " + sequence + ")";
    }
}
