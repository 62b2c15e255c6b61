package io.xinqun.local.story.fault;

import java.util.List;
import java.util.Map;

/// Two instances of every service: one dies, then they are restarted one after the other, as a new
/// version is rolled out.
final class TwoOfEach implements Trouble {

    private static final Map<String, Integer> INSTANCES =
            Map.of(
                    "catalog-service", 2,
                    "order-service", 2,
                    "community-service", 2,
                    "commission-service", 2);

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
        return INSTANCES;
    }

    @Override
    public void happen(Scene scene) {
        List<String> services =
                INSTANCES.keySet().stream()
                        .sorted()
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
