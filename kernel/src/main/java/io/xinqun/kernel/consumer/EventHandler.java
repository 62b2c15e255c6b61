package io.xinqun.kernel.consumer;

import io.xinqun.kernel.event.Event;
import java.util.Set;

/// What a program does when it hears of something. A blocking edge: it runs on a listener thread
/// and returns when the effect is durable, because the offset is committed after it.
///
/// State: idempotent; the same event comes again after every crash. Errors: [PoisonMessage] for
/// what can never succeed, [NotKnownYet] for what waits for its cause; everything else is tried
/// again for ever.
public interface EventHandler {

    /// The event types it wants; others in the topic are not its business.
    Set<String> types();

    void handle(Event event);
}
