package io.xinqun.local.story.bad;

import io.xinqun.local.story.api.ApiDocument;
import io.xinqun.local.story.api.ApiDocument.Operation;
import io.xinqun.local.story.api.Cast;
import io.xinqun.local.story.api.Recipe;
import io.xinqun.local.story.api.Recipe.Caller;
import io.xinqun.local.story.api.Sent;
import io.xinqun.local.story.api.Who;
import io.xinqun.local.story.api.Whose;
import io.xinqun.local.wechat.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Every bad request to every operation of the document.
///
/// Shape: an operation's requests are shared out among several callers, each with a right request
/// of its own, because limits count callers. Everything that must exist is made here, before
/// anything is sent.
public final class Barrage {
    private static final String PASSWORD = "POST /api/v1/sign-in/password";

    private final ApiDocument document;
    private final Cast cast;
    private final Random chance;
    private final List<Shot> withBodies = new ArrayList<>();
    private final Map<String, String> badTokens = new LinkedHashMap<>();

    public Barrage(ApiDocument document, Cast cast, long seed) {
        this.document = document;
        this.cast = cast;
        this.chance = new Random(seed);
    }

    /// One bad request and who sends it.
    public record Shot(Operation operation, String token, Spoiled spoiled) {}

    /// How many requests of chance are added for each operation: bodies that are wrong twice, and
    /// other paths and queries.
    public record Volume(int pairs, int others, int people) {}

    public List<Shot> against(Operation operation, Recipe recipe, Volume volume) {
        List<Base> bases = bases(operation, recipe, volume);
        Sent right = bases.getFirst().right();
        List<Shot> shots = new ArrayList<>();
        share(operation, bases, base -> new BadParameters(operation, base.right()).all(), shots);
        all(
                operation,
                bases,
                base ->
                        new BadParameters(operation, base.right())
                                .random(volume.others() / bases.size(), chance),
                shots);
        if (right.json() != null) {
            share(operation, bases, base -> bodies(operation, base.right()).all(), shots);
            all(
                    operation,
                    bases,
                    base ->
                            bodies(operation, base.right())
                                    .pairs(volume.pairs() / bases.size(), chance),
                    shots);
        }
        tokens(operation, recipe, right, shots);
        if (!operation.bodyType().isEmpty()) {
            Spoiled stops = Spoiled.refused("a body that stops", right);
            withBodies.add(new Shot(operation, bases.getFirst().token(), stops));
        }
        return shots;
    }

    /// A right request to each operation that takes a body, for spoiling below the request.
    public List<Shot> withBodies() {
        return withBodies;
    }

    /// A token that does not count is refused everywhere, none only where one is needed.
    private void tokens(Operation operation, Recipe recipe, Sent right, List<Shot> shots) {
        badTokens()
                .forEach((what, token) -> {
                    if (!token.isEmpty() || recipe.usual() != Who.NOBODY) {
                        shots.add(new Shot(operation, token, Spoiled.refused(what, right)));
                    }
                });
    }

    private static void all(
            Operation operation, List<Base> bases, Spoiling spoiling, List<Shot> shots) {
        bases.forEach(base ->
                spoiling.of(base)
                        .forEach(one -> shots.add(new Shot(operation, base.token(), one))));
    }

    private record Base(Sent right, String token) {}

    private interface Spoiling {
        List<Spoiled> of(Base base);
    }

    private Map<String, String> badTokens() {
        if (badTokens.isEmpty()) {
            badTokens.putAll(BadTokens.of(cast.stage().fleet()));
        }
        return badTokens;
    }

    /// Each bad request is sent once, by the callers in turn.
    private static void share(
            Operation operation, List<Base> bases, Spoiling spoiling, List<Shot> shots) {
        List<List<Spoiled>> lists = bases.stream().map(spoiling::of).toList();
        for (int i = 0; i < lists.getFirst().size(); i++) {
            int who = i % bases.size();
            shots.add(new Shot(operation, bases.get(who).token(), lists.get(who).get(i)));
        }
    }

    private BadBodies bodies(Operation operation, Sent right) {
        return new BadBodies(document, right, document.bodySchema(operation));
    }

    private List<Base> bases(Operation operation, Recipe recipe, Volume volume) {
        List<Base> bases = new ArrayList<>();
        int people = recipe.usual() == Who.NOBODY ? 1 : volume.people();
        for (int number = 0; number < people; number++) {
            Caller caller = new Caller(recipe.usual(), number == 1 ? people : number);
            Sent right = recipe.making().make(caller, Whose.OWN);
            if (operation.key().equals(PASSWORD)) {
                right = stranger();
            }
            bases.add(new Base(right, cast.person(caller).token()));
        }
        return bases;
    }

    /// Guessing at a real login would block it.
    private static Sent stranger() {
        return Sent.of(Json.object().put("login", "nobody").put("password", "wrong"));
    }

    /// The headers of a shot.
    static Map<String, String> headers(Shot shot) {
        Map<String, String> headers = new LinkedHashMap<>(shot.spoiled().sent().headers());
        if (!shot.token().isEmpty()) {
            headers.putIfAbsent("Authorization", "Bearer " + shot.token());
        }
        return headers;
    }
}
