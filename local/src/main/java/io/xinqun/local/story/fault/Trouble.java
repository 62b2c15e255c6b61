package io.xinqun.local.story.fault;

import java.util.Map;

/// Something bad that happens to a running system while people order and pay.
interface Trouble {

    String name();

    String summary();

    /// How many of which program it needs; one of each that is not named.
    default Map<String, Integer> instances() {
        return Map.of();
    }

    /// As the story's.
    default boolean needsNetwork() {
        return false;
    }

    /// How many people it takes in the short form.
    default int people() {
        return 80;
    }

    /// Lets it happen at its moments and puts everything right again.
    void happen(Scene scene);
}
