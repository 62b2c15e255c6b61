package io.xinqun.local.story.fault;

import io.xinqun.local.infrastructure.StoreKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// `kill -9` of every process in a random order, each at its own moment; in the long form of random
/// pairs too.
final class Killings implements Trouble {

    private static final List<String> VICTIMS =
            List.of(
                    "gateway",
                    "catalog-service",
                    "order-service",
                    "community-service",
                    "commission-service",
                    "store",
                    "kafka",
                    "redis");

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
    public boolean isInTest() {
        return true;
    }

    @Override
    public void happen(Scene scene) {
        for (List<String> victims : rounds(scene)) {
            scene.pass(BETWEEN);
            if (victims.size() == 1 && victims.getFirst().endsWith("-service")) {
                scene.killAtWork(victims.getFirst());
            } else {
                scene.kill(victims);
            }
        }
    }

    private static List<List<String>> rounds(Scene scene) {
        List<String> victims = new ArrayList<>(VICTIMS);
        victims.retainAll(scene.fleet().names());
        if (scene.fleet().storeKind() == StoreKind.EMBEDDED) {
            victims.remove("store");
            scene.say("the in-JVM store forgets at a crash and is spared");
        }
        Collections.shuffle(victims, scene.random());
        List<List<String>> rounds = new ArrayList<>();
        victims.forEach(victim -> rounds.add(List.of(victim)));
        for (int pair = 0; scene.isLong() && pair < PAIRS; pair++) {
            Collections.shuffle(victims, scene.random());
            rounds.add(List.copyOf(victims.subList(0, 2)));
        }
        return rounds;
    }
}
