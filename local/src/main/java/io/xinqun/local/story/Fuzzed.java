package io.xinqun.local.story;

import io.xinqun.local.story.api.ApiDocument;
import io.xinqun.local.story.api.Cast;
import io.xinqun.local.story.api.Props;
import io.xinqun.local.story.api.Recipe;
import io.xinqun.local.story.api.Recipes;
import io.xinqun.local.story.bad.Callers;
import io.xinqun.local.story.bad.Schemathesis;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Somebody else's judgement of the API document: Schemathesis makes right and wrong requests from
/// it, and every answer must be as the document says.
final class Fuzzed implements Story {
    /// Wider limits per address: one machine plays all callers.
    private static final Map<String, String> WIDE = Map.of("XINQUN_LIMIT_SCALE", "10000");

    /// The same requests each time in the short form; the long one has a new chance.
    private static final long SEED = 3;

    private static final int EXAMPLES = 60;
    private static final int MORE_EXAMPLES = 600;

    /// Far fewer would mean that it did not attack.
    private static final long FEWEST_PER_OPERATION = 50;

    @Override
    public String name() {
        return "schemathesis";
    }

    @Override
    public String summary() {
        return "every answer to the requests of Schemathesis is as the API document says";
    }

    @Override
    public void play(Stage stage) {
        String missing = Schemathesis.missing();
        if (!missing.isEmpty()) {
            stage.narrator().say("not played: " + missing);
            return;
        }
        stage.fleet().restart("gateway", WIDE);
        try {
            attack(stage);
        } finally {
            stage.fleet().restart("gateway");
        }
    }

    private static void attack(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("Callers in every role, and what they may ask about");
        ApiDocument document = ApiDocument.of(stage.gateway());
        Cast cast = new Cast(stage);
        Map<String, Recipe> recipes = new Recipes(cast, new Props(cast)).all();
        Callers callers = new Callers(cast);
        for (ApiDocument.Operation operation : document.operations()) {
            Recipe recipe = recipes.get(operation.key());
            if (recipe != null) {
                callers.add(operation, recipe);
            }
        }

        tell.step("Schemathesis");
        long seed = stage.arguments().isLong() ? stage.arguments().seed() : SEED;
        tell.say("seed " + seed);
        Schemathesis.Findings found =
                Schemathesis.in(stage.fleet().directory())
                        .play(
                                stage.fleet().gateway(),
                                callers.json(),
                                seed,
                                stage.arguments().isLong() ? MORE_EXAMPLES : EXAMPLES);
        tell.say("answers by status: " + byStatus(found.answers()));
        found.lines().forEach(tell::say);
        long fewest = FEWEST_PER_OPERATION * document.operations().size();
        tell.check(found.requests() + " requests", found.requests() >= fewest);
        tell.checkEqual("operations nobody asked", List.of(), unasked(document, found));
        tell.check("every answer is as the document says", found.status() == 0);
    }

    private static Map<String, Long> byStatus(Map<String, Long> answers) {
        return answers.entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                entry -> entry.getKey().substring(entry.getKey().length() - 3),
                                java.util.TreeMap::new,
                                Collectors.summingLong(Map.Entry::getValue)));
    }

    private static List<String> unasked(ApiDocument document, Schemathesis.Findings found) {
        return document.operations().stream()
                .map(ApiDocument.Operation::key)
                .filter(key ->
                        found.answers().keySet().stream()
                                .noneMatch(answer -> answer.startsWith(key + " ")))
                .toList();
    }
}
