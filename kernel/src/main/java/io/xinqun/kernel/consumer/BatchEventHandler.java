package io.xinqun.kernel.consumer;

import io.xinqun.kernel.event.Event;
import java.util.List;

/// A handler that does several events of one partition cheaper together than one by one.
///
/// State: idempotent as a whole: when it throws, whatever it throws, the same events come again one
/// by one to [#handle], so that each meets its own fate.
public interface BatchEventHandler extends EventHandler {

    /// Events in the order of their partition; their effects are durable when it returns.
    void handleAll(List<Event> events);
}
