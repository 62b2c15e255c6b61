package io.xinqun.local.story.fault;

import io.xinqun.local.infrastructure.StoreKind;
import io.xinqun.local.launcher.Fleet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// `kill -9` of every process in a random order, services in the middle of their work; in the long
/// form of random pairs too.
final class Killings implements Trouble {

    private static final List<String> SERVERS = List.of("store", "kafka", "redis");

    private static final int PAIRS = 8;

    /// So many orders pass between two crashes, as a part of the people.
    private static final double BETWEEN = 0.08;

    @Override
    public String name() {
        return "kill-any";
    }

    @Override
    public String summary() {
        return "kill -9 of every program and server while people order and pay";
    }

    @Override
    public int people() {
        return 200;
    }

    @Override
    public void happen(Scene scene) {
        for (Round round : rounds(scene)) {
            scene.pass(BETWEEN);
            round.happen(scene);
        }
    }

    /// Who dies, and for a service in the middle of its work which server it waits for ("" if it
    /// just dies).
    private record Round(List<String> victims, String server) {

        List<String> needed() {
            return server.isEmpty() ? List.of() : List.of(server);
        }

        void happen(Scene scene) {
            if (server.isEmpty()) {
                scene.kill(victims);
            } else {
                victims.forEach(victim -> scene.killAtWork(victim, server));
            }
        }
    }

    private static List<Round> rounds(Scene scene) {
        List<String> victims = new ArrayList<>(SERVERS);
        victims.retainAll(scene.fleet().names());
        if (scene.fleet().storeKind() == StoreKind.EMBEDDED) {
            victims.remove("store");
            scene.say("the in-JVM store forgets at a crash and is spared");
        }
        victims.add("gateway");
        List<Round> rounds = new ArrayList<>();
        victims.forEach(victim -> rounds.add(new Round(List.of(victim), "")));
        Fleet.SERVICES.forEach(service -> rounds.add(new Round(List.of(service), "store")));
        List<String> tellers = scene.isLong() ? Fleet.SERVICES : List.of("order-service");
        tellers.forEach(service -> rounds.add(new Round(List.of(service), "kafka")));
        // A server that somebody else runs cannot be made to stand still.
        rounds.removeIf(round -> !scene.fleet().names().containsAll(round.needed()));
        Collections.shuffle(rounds, scene.random());
        victims.addAll(Fleet.SERVICES);
        for (int pair = 0; scene.isLong() && pair < PAIRS; pair++) {
            Collections.shuffle(victims, scene.random());
            rounds.add(new Round(List.copyOf(victims.subList(0, 2)), ""));
        }
        return rounds;
    }
}
