package io.xinqun.kernel.consumer.poll;

import io.micrometer.observation.ObservationRegistry;
import io.xinqun.kernel.consumer.BatchEventHandler;
import io.xinqun.kernel.consumer.ConsumerMeters;
import io.xinqun.kernel.consumer.EventHandler;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.telemetry.EventScope;
import io.xinqun.kernel.telemetry.TraceLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Brings an event to the handler of its type, in the trace that caused it. Types that nobody asked
/// for, and tombstones, are counted and passed over.
final class EventDispatch implements Dispatch {

    private final Map<String, EventHandler> handlers = new HashMap<>();
    private final ConsumerMeters meters;
    private final ObservationRegistry observations;

    EventDispatch(
            List<EventHandler> handlers, ConsumerMeters meters, ObservationRegistry observations) {
        this.meters = meters;
        this.observations = observations;
        for (EventHandler handler : handlers) {
            handler.types().forEach(type -> this.handlers.put(type, handler));
        }
    }

    @Override
    public void handle(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            meters.ignored();
            return;
        }
        String type = EventCodec.typeOf(record);
        EventHandler handler = handlers.get(type);
        if (type != null && handler == null) {
            meters.ignored();
            return;
        }
        Event event = EventCodec.fromRecord(record);
        if (handler != null) {
            EventScope.of(event).run(observations, meters.group(), () -> handler.handle(event));
            trace(event);
        }
    }

    @Override
    public boolean areOfOneBatch(
            ConsumerRecord<String, byte[]> first, ConsumerRecord<String, byte[]> second) {
        BatchEventHandler handler = batchHandler(first);
        return handler != null && handler.equals(batchHandler(second));
    }

    @Override
    public void handleAll(List<ConsumerRecord<String, byte[]>> records) {
        BatchEventHandler handler = batchHandler(records.getFirst());
        if (handler == null) {
            throw new IllegalStateException("these records are no batch");
        }
        List<Event> events = records.stream().map(EventCodec::fromRecord).toList();
        EventScope.ofAll(events).run(observations, meters.group(), () -> handler.handleAll(events));
        events.forEach(this::trace);
    }

    private void trace(Event event) {
        TraceLog.step(
                event.traceparent(), "{} handled {} {}", meters.group(), event.type(), event.id());
    }

    private @Nullable BatchEventHandler batchHandler(ConsumerRecord<String, byte[]> record) {
        return record.value() != null
                        && handlers.get(EventCodec.typeOf(record))
                                instanceof BatchEventHandler batch
                ? batch
                : null;
    }
}
