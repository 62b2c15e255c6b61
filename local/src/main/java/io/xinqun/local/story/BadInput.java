package io.xinqun.local.story;

import io.xinqun.local.story.api.ApiDocument;
import io.xinqun.local.story.api.Cast;
import io.xinqun.local.story.api.Props;
import io.xinqun.local.story.api.Recipe;
import io.xinqun.local.story.api.Recipes;
import io.xinqun.local.story.bad.BadLines;
import io.xinqun.local.story.bad.Barrage;
import io.xinqun.local.story.bad.Firing;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.evidence.StoreLook;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Every operation of the API document gets every kind of bad input, and nothing changes.
final class BadInput implements Story {
    /// It counts refused sign-ins; that is what it is for.
    private static final String ATTEMPTS = "community-service sign-in-attempts";

    private static final Duration REST = Duration.ofSeconds(60);

    /// Wider limits per address: one machine plays all callers.
    private static final Map<String, String> WIDE = Map.of("XINQUN_LIMIT_SCALE", "10000");

    private static final Barrage.Volume SHORT = new Barrage.Volume(620, 150, 12);
    private static final Barrage.Volume LONG = new Barrage.Volume(4_000, 1_000, 24);

    @Override
    public String name() {
        return "bad-input";
    }

    @Override
    public String summary() {
        return "every operation of the API with wrong, missing, unknown, foreign and huge input";
    }

    @Override
    public void play(Stage stage) {
        stage.fleet().restart("gateway", WIDE);
        try {
            attack(stage);
        } finally {
            stage.fleet().restart("gateway");
        }
    }

    private static void attack(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("The API document, and a right request to each of its operations");
        ApiDocument document = ApiDocument.of(stage.gateway());
        Cast cast = new Cast(stage);
        Props props = new Props(cast);
        Map<String, Recipe> recipes = new Recipes(cast, props).all();
        checkListed(tell, document, recipes);
        Barrage barrage = new Barrage(document, cast, stage.arguments().seed());
        List<Barrage.Shot> shots = shots(stage, document, barrage, recipes);

        try (StoreLook store = StoreLook.of(stage.fleet());
                Firing firing = new Firing(stage, document)) {
            Map<String, String> before = contents(store);
            JsonNode stock = cast.operator().stock(props.soap().unit());
            JsonNode ledger = cast.operator().accounts().path("accounts");
            firing.all(shots);
            firing.otherMethods(recipes.keySet());
            firing.large(barrage.withBodies());
            firing.stalled(barrage.withBodies());
            firing.noRequests();

            tell.step("After " + firing.sent() + " bad requests nothing has changed");
            tell.checkEqual(
                    "changed collections", List.of(), StoreLook.changed(before, contents(store)));
            tell.checkEqual("the stock", stock, cast.operator().stock(props.soap().unit()));
            tell.checkEqual("the ledger", ledger, cast.operator().accounts().path("accounts"));
            tell.check("the proof holds", cast.operator().proof().path("holds").asBoolean());
        }
        feedLines(tell, cast.supplier(0));
    }

    /// An operation that nobody lists would go unattacked.
    private static void checkListed(
            Narrator tell, ApiDocument document, Map<String, Recipe> recipes) {
        TreeSet<String> unlisted = new TreeSet<>();
        document.operations().forEach(operation -> unlisted.add(operation.key()));
        int operations = unlisted.size();
        TreeSet<String> unknown = new TreeSet<>(recipes.keySet());
        unknown.removeAll(unlisted);
        unlisted.removeAll(recipes.keySet());
        tell.checkEqual("operations without a request", List.of(), List.copyOf(unlisted));
        tell.checkEqual("requests without an operation", List.of(), List.copyOf(unknown));
        tell.say(operations + " operations");
    }

    private static List<Barrage.Shot> shots(
            Stage stage, ApiDocument document, Barrage barrage, Map<String, Recipe> recipes) {
        long seed = stage.arguments().seed();
        Barrage.Volume volume = stage.arguments().isLong() ? LONG : SHORT;
        List<Barrage.Shot> shots = new ArrayList<>();
        for (ApiDocument.Operation operation : document.operations()) {
            Recipe recipe = recipes.get(operation.key());
            if (recipe != null) {
                shots.addAll(barrage.against(operation, recipe, volume));
            }
        }
        Collections.shuffle(shots, new Random(seed));
        stage.narrator().say("seed " + seed);
        return shots;
    }

    private static Map<String, String> contents(StoreLook store) {
        Map<String, String> contents = new TreeMap<>(store.atRest(REST));
        contents.remove(ATTEMPTS);
        return contents;
    }

    /// Bad lines do not spoil a delivery: it is taken, and the report names each of them.
    private static void feedLines(Narrator tell, Supplier supplier) {
        tell.step("A feed of bad lines");
        List<String> lines = BadLines.all();
        Reply report = supplier.feedLines("bad-lines", lines);
        tell.check("it is answered with " + report.status(), report.is(200));
        tell.checkEqual("refused lines", (long) lines.size(), report.number("/refused"));
        tell.checkEqual("accepted lines", 0L, report.number("/accepted"));
    }
}
