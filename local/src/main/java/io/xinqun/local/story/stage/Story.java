package io.xinqun.local.story.stage;

import io.xinqun.local.launcher.Fleet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One story across the services, told by doing it.
public interface Story {

    /// Two instances of every service.
    Map<String, Integer> TWO_OF_EACH =
            Fleet.SERVICES.stream().collect(Collectors.toMap(Function.identity(), each -> 2));

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
