package io.xinqun.local.story.stage;

import java.util.Map;

/// One story across the services, told by doing it.
public interface Story {

    String name();

    String summary();

    /// How many of which program it needs; one of each that is not named.
    default Map<String, Integer> instances() {
        return Map.of();
    }

    /// Whether the parts must reach each other over lines that it can make slow.
    default boolean needsNetwork() {
        return false;
    }

    /// Plays it; says every step, checks what must be true.
    void play(Stage stage);
}
