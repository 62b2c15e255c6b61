package io.xinqun.local.story.fault;

import io.xinqun.local.network.Line;
import io.xinqun.local.story.client.Reply;
import java.time.Duration;

/// Every line between two parts becomes slow, loses some of what goes over it, and breaks now and
/// then; later it is clear again.
final class SlowLines implements Trouble {

    /// 200 ms from a question to its answer.
    private static final Line SLOW = new Line(Duration.ofMillis(100), 0.05, 0.001);

    /// So many orders come before it and while it lasts, as a part of the people.
    private static final double BEFORE = 0.1;

    private static final double MEANWHILE = 0.7;

    @Override
    public String name() {
        return "slow";
    }

    @Override
    public String summary() {
        return "200 ms, 5 % loss and broken connections between all parts while people order";
    }

    @Override
    public boolean needsNetwork() {
        return true;
    }

    @Override
    public void happen(Scene scene) {
        scene.pass(BEFORE);
        scene.stage().network().become(SLOW);
        scene.say("every line slow");
        checkSlow(scene);
        scene.pass(MEANWHILE);
        scene.stage().network().become(Line.CLEAR);
        scene.say("every line clear");
    }

    /// The way from the gateway to a service and back is two delays, whatever the answer is.
    private static void checkSlow(Scene scene) {
        long begin = System.nanoTime();
        Reply reply = scene.stage().gateway().anonymous().get("/api/v1/products");
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        scene.stage()
                .narrator()
                .check(
                        "an answer (" + reply.status() + ") takes " + time.toMillis() + " ms",
                        time.compareTo(SLOW.delay().multipliedBy(2)) >= 0);
    }
}
