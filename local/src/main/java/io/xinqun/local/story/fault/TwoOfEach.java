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

    private static final double KILL = 0.1;
    private static final double ROLL = 0.25;
    private static final double LAST = 0.9;

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
        scene.after(KILL);
        scene.kill(List.of(services.get(scene.random().nextInt(services.size()))));
        for (int number = 0; number < services.size(); number++) {
            scene.after(ROLL + (LAST - ROLL) * number / services.size());
            scene.fleet().restart(services.get(number));
            scene.say(services.get(number) + " restarted");
        }
    }
}
