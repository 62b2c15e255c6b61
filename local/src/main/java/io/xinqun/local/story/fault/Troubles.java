package io.xinqun.local.story.fault;

import io.xinqun.local.story.stage.Story;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// All stories in which something breaks.
public final class Troubles {

    private Troubles() {}

    public static List<Story> stories() {
        Stream<Trouble> troubles =
                Stream.of(
                        new Killings(),
                        new Absence(
                                "redis-gone",
                                "redis",
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(4),
                                true),
                        new Absence(
                                "kafka-gone",
                                "kafka",
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(8),
                                false),
                        new Absence(
                                "store-gone",
                                "store",
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10),
                                false),
                        new SlowLines(),
                        new TwoOfEach());
        return Stream.concat(Stream.of(new OneDown()), troubles.map(UnderTrouble::new)).toList();
    }
}
