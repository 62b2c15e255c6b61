package io.xinqun.kernel.total;

import io.xinqun.kernel.event.Event;

/// An event on its way to a topic (named without the deployment's prefix).
public record OutgoingEvent(String topic, String key, Event event) {}
