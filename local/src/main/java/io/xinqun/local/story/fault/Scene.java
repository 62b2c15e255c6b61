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

    private static final int MORE_PEOPLE = 5;

    /// With a program down, hardly an order comes to its end.
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /// Shorter than any session times out.
    private static final long STANDSTILL_MILLIS = 3_000;

    /// Long enough for a poll, shorter than any driver waits for an answer.
    private static final long BEGINNING_MILLIS = 1_500;

    Fleet fleet() {
        return stage.fleet();
    }

    /// The story is played with many people, and trouble takes its time.
    boolean isLong() {
        return stage.arguments().isLong();
    }

    /// While trouble lasts, more people come, up to so many in all.
    int most() {
        return people * MORE_PEOPLE;
    }

    /// Waits until so many more orders are done: this part, 0 to 1, of the people.
    void pass(double part) {
        int moment = Math.min(done.get() + (int) (people * part), most());
        Waiting.until(moment + " orders", LIMIT, () -> done.get() >= moment);
    }

    void say(String what) {
        stage.narrator().say(what + " after " + done.get() + " orders");
    }

    /// A crash in the middle of work: the process stands still until work has gathered for it, then
    /// begins it while a server that it needs stands still, and dies. With the store, it has read
    /// what it has not done; with Kafka, it has done what it could not tell.
    void killAtWork(String process, String server) {
        say(process + " gathers work, finds " + server + " still");
        gatherWork(process);
        fleet().freeze(server);
        fleet().thaw(process);
        Waiting.pause(BEGINNING_MILLIS);
        say("kill -9 " + process);
        fleet().kill(process);
        fleet().thaw(server);
        fleet().restart(process);
        say(process + " back");
    }

    /// The process stands still while the others go on; whoever calls this lets it go on.
    void gatherWork(String process) {
        fleet().freeze(process);
        Waiting.pause(STANDSTILL_MILLIS);
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
