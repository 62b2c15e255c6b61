package io.xinqun.local.story.fault;

import io.xinqun.local.launcher.Fleet;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.stage.Crowd;
import io.xinqun.local.story.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Where trouble happens: the running system, how far the orders are, and chance.
record Scene(Stage stage, int people, AtomicInteger done, Random random) {

    /// With a program down, hardly an order comes to its end.
    private static final Duration LIMIT = Duration.ofMinutes(3);

    Fleet fleet() {
        return stage.fleet();
    }

    /// The story is played with many people, and trouble takes its time.
    boolean isLong() {
        return stage.arguments().isLong();
    }

    /// Waits until this part of the orders, 0 to 1, is done.
    void after(double part) {
        int moment = (int) (people * part);
        Waiting.until(moment + " orders", LIMIT, () -> done.get() >= moment);
    }

    void say(String what) {
        stage.narrator().say(what + " after " + done.get() + " orders");
    }

    /// A crash of all of these at once; returns when they are ready again.
    void kill(List<String> processes) {
        say("kill -9 " + String.join(" and ", processes));
        Crowd.atOnce(
                processes.size(),
                number -> {
                    String name = processes.get(number);
                    fleet().kill(name);
                    fleet().restart(name);
                    return name;
                });
        say(String.join(" and ", processes) + " back");
    }
}
