package io.xinqun.local.story.fault;

import io.xinqun.local.launcher.Fleet;
import io.xinqun.local.story.stage.Story;
import java.util.List;
import java.util.Map;

/// Two instances of every service: one dies, then they are restarted one after the other, as a new
/// version is rolled out.
final class TwoOfEach implements Trouble {

    /// So many orders pass between two restarts, as a part of the people.
    private static final double BETWEEN = 0.08;

    @Override
    public String name() {
        return "two-of-each";
    }

    @Override
    public String summary() {
        return "two instances of every service, one dies, then a rolling restart";
    }

    @Override
    public Map<String, Integer> instances() {
        return Story.TWO_OF_EACH;
    }

    @Override
    public void happen(Scene scene) {
        List<String> services =
                Fleet.SERVICES.stream()
                        .flatMap(service -> scene.fleet().instances(service).stream())
                        .toList();
        scene.pass(BETWEEN);
        scene.kill(List.of(services.get(scene.random().nextInt(services.size()))));
        for (String service : services) {
            scene.pass(BETWEEN);
            scene.fleet().restart(service);
            scene.say(service + " restarted");
        }
    }
}
