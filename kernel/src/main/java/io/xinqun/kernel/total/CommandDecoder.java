package io.xinqun.kernel.total;

import io.xinqun.kernel.event.Event;

/// Reads the command that an event carries. The command's id is the event's id, its time the
/// event's time.
///
/// Errors: [io.xinqun.kernel.consumer.PoisonMessage] for what can never be a command; it goes to
/// the dead-letter topic.
@FunctionalInterface
public interface CommandDecoder<P> {

    Command<P> decode(Event event);
}
