package io.xinqun.local.story.access;

import io.xinqun.local.story.access.AccessRow.Granted;
import io.xinqun.local.story.api.ApiDocument;
import io.xinqun.local.story.api.ApiDocument.Operation;
import io.xinqun.local.story.api.Cast;
import io.xinqun.local.story.api.Recipe;
import io.xinqun.local.story.api.Recipe.Caller;
import io.xinqun.local.story.api.Recipe.NotOwned;
import io.xinqun.local.story.api.Sent;
import io.xinqun.local.story.api.Who;
import io.xinqun.local.story.api.Whose;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.story.client.Wire.Answer;
import io.xinqun.local.wechat.wire.Json;
import io.xinqun.local.wechat.wire.WechatError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// Asks the cells of the table and tells what is answered otherwise.
public final class Asking implements AutoCloseable {
    private final Cast cast;
    private final Map<String, Recipe> recipes;
    private final ApiDocument document;
    private final Doors doors;
    private final Map<Whose, Map<String, String>> told = new ConcurrentHashMap<>();

    public Asking(Cast cast, Map<String, Recipe> recipes, ApiDocument document) {
        this.cast = cast;
        this.recipes = Map.copyOf(recipes);
        this.document = document;
        this.doors = new Doors(cast.stage().fleet(), document);
    }

    /// A cell with its request.
    public record Question(AccessRow row, Who who, Sent sent) {

        /// Nothing may change by what is refused, nor by what names a thing that the caller does
        /// not have.
        public boolean isStill() {
            return granted().isRefusal() || row.whose() != Whose.OWN;
        }

        Granted granted() {
            Granted granted = row.answers().get(who);
            if (granted == null) {
                throw new StoryFailure(row.operation() + " says nothing for a " + who.code());
            }
            return granted;
        }

        @Override
        public String toString() {
            return row.operation() + " " + row.thing() + " by " + who.code();
        }
    }

    /// What the documents of the services have and the gateway's has not, and the other way round.
    public Map<String, String> hidden() {
        Map<String, String> hidden = new TreeMap<>(doors.owners());
        doors.operations().keySet().forEach(hidden::remove);
        return hidden;
    }

    /// The questions of a row; where the table and the requests disagree on who can have such a
    /// thing, that is told in `faults`.
    public List<Question> questions(AccessRow row, boolean still, List<String> faults) {
        List<Question> questions = new ArrayList<>();
        for (Who who : AccessTable.COLUMNS) {
            Granted granted = row.answers().get(who);
            boolean isStill = granted != null && (granted.isRefusal() || row.whose() != Whose.OWN);
            if (granted == null ? still : isStill == still) {
                Optional<Sent> made = make(row, who);
                if (made.isPresent() && granted == null) {
                    faults.add(row.operation() + " " + row.thing() + ": no answer to " + who);
                } else if (made.isEmpty() && granted != null) {
                    faults.add(row.operation() + " " + row.thing() + ": no request by " + who);
                } else {
                    made.ifPresent(sent -> questions.add(new Question(row, who, sent)));
                }
            }
        }
        return questions;
    }

    private Optional<Sent> make(AccessRow row, Who who) {
        Recipe recipe = recipes.get(row.operation());
        if (recipe == null) {
            throw new StoryFailure("there is no request for " + row.operation());
        }
        // Whoever asks is there before anything is compared.
        cast.person(new Caller(who, 0));
        try {
            return Optional.of(recipe.making().make(new Caller(who, 0), row.whose()));
        } catch (NotOwned nobody) {
            return Optional.empty();
        }
    }

    /// Asks through the gateway; what must change nothing also at the service itself.
    public List<String> faultsOf(Question question) {
        List<String> faults = new ArrayList<>();
        Operation operation = doors.operation(question.row().operation());
        List<String> asked =
                question.isStill() ? doors.to(operation.key()) : List.of(Doors.GATEWAY);
        for (String door : asked) {
            String token = cast.person(new Caller(question.who(), 0)).token();
            Answer answer = doors.send(door, operation, question.sent(), token);
            String fault = faultOf(question, operation, answer);
            if (!fault.isEmpty()) {
                faults.add(question + " at " + door + ": " + fault);
            }
            told.computeIfAbsent(question.row().whose(), whose -> new ConcurrentHashMap<>())
                    .put(operation.key() + " by " + question.who().code(), shape(answer));
        }
        return faults;
    }

    private String faultOf(Question question, Operation operation, Answer answer) {
        Granted granted = question.granted();
        String code = answer.status() >= 400 ? codeOf(answer) : "";
        if (answer.status() != granted.status() || !code.equals(granted.code())) {
            return answer.status() + " " + code + " instead of " + granted.text();
        }
        String silent = document.silentAbout(operation, answer.status(), answer.mediaType(), code);
        return silent.isEmpty() ? "" : "the document does not tell of " + silent;
    }

    /// Where somebody else's thing is answered otherwise, in any word, than one that does not
    /// exist.
    public List<String> leaks() {
        Map<String, String> absent = told.getOrDefault(Whose.ABSENT, Map.of());
        return told.getOrDefault(Whose.FOREIGN, Map.of()).entrySet().stream()
                .filter(one -> !one.getValue().equals(absent.get(one.getKey())))
                .map(one -> one + " but absent " + absent.get(one.getKey()))
                .sorted()
                .toList();
    }

    private static String shape(Answer answer) {
        JsonNode problem = read(answer);
        return answer.status()
                + " "
                + problem.path("code").asString("")
                + " "
                + problem.path("detail").asString("");
    }

    private static String codeOf(Answer answer) {
        return read(answer).path("code").asString("");
    }

    private static JsonNode read(Answer answer) {
        try {
            return Json.read(answer.body());
        } catch (WechatError noJson) {
            return Json.object();
        }
    }

    @Override
    public void close() {
        doors.close();
    }
}
