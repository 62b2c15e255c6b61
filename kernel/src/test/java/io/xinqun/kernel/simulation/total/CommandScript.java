package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.simulation.Chance;
import io.xinqun.kernel.total.Command;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Random orders: each reserves, may confirm or release, may release twice or before it reserves;
/// commands are sent again, to either version of the topic; some are old.
final class CommandScript {

    private static final List<String> UNITS = List.of("a@0", "b@1", "c@0");
    private static final Instant START = Instant.ofEpochSecond(1_000_000);

    private final Chance chance;
    private int time;

    CommandScript(Chance chance) {
        this.chance = chance;
    }

    void write(Map<String, Command<StockRule.Request>> commands, List<CommandTopic> topics) {
        for (String unit : UNITS) {
            send(commands, topics, unit, new StockRule.Request("count", "", chance.below(5)));
        }
        int orders = chance.between(4, 9);
        for (int order = 0; order < orders; order++) {
            String unit = chance.one(UNITS);
            long quantity = chance.between(1, 2);
            for (String verb : verbs()) {
                send(commands, topics, unit, new StockRule.Request(verb, "o" + order, quantity));
            }
        }
    }

    private List<String> verbs() {
        List<String> verbs = new ArrayList<>(List.of("reserve"));
        if (chance.perMille(600)) {
            verbs.add(chance.perMille(500) ? "release" : "confirm");
        }
        if (chance.perMille(300)) {
            verbs.add("release");
        }
        if (chance.perMille(150)) {
            verbs = verbs.reversed();
        }
        return verbs;
    }

    private void send(
            Map<String, Command<StockRule.Request>> commands,
            List<CommandTopic> topics,
            String unit,
            StockRule.Request request) {
        time += chance.between(1, 20);
        int age = chance.perMille(30) ? 300 : 0;
        String id = "c" + commands.size();
        Command<StockRule.Request> command =
                new Command<>(id, unit, START.plusSeconds(time - age), request);
        commands.put(id, command);
        int copies = chance.perMille(300) ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            topics.get(chance.perMille(300) ? 1 : 0).add(command);
        }
    }
}
