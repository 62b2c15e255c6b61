package io.xinqun.local.story.bad;

import io.xinqun.local.story.stage.Narrator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts answers, gathers what is wrong with them, and shows one example of each kind.
final class Verdicts {
    private static final int MOST_SHOWN = 60;

    private final Map<String, Kind> kinds = new TreeMap<>();
    private final AtomicInteger sent = new AtomicInteger();

    private static final class Kind {
        private final String example;
        private int count;

        Kind(String example) {
            this.example = example;
        }
    }

    void add(String operation, String what, String fault) {
        sent.incrementAndGet();
        if (!fault.isEmpty()) {
            synchronized (kinds) {
                kinds.computeIfAbsent(operation + ": " + fault, kind -> new Kind(what)).count++;
            }
        }
    }

    int sent() {
        return sent.get();
    }

    void tell(Narrator tell, String what) {
        synchronized (kinds) {
            kinds.entrySet().stream()
                    .limit(MOST_SHOWN)
                    .forEach(entry ->
                            tell.say(
                                    entry.getKey()
                                            + " ("
                                            + entry.getValue().count
                                            + " times, such as "
                                            + entry.getValue().example.replaceAll("\\p{C}", "?")
                                            + ")"));
            int wrong = kinds.values().stream().mapToInt(kind -> kind.count).sum();
            tell.check(what + ": " + (sent.get() - wrong) + " of " + sent.get(), wrong == 0);
        }
    }
}
