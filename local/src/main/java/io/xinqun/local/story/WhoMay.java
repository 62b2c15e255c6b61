package io.xinqun.local.story;

import io.xinqun.local.story.access.AccessRow;
import io.xinqun.local.story.access.AccessTable;
import io.xinqun.local.story.access.Asking;
import io.xinqun.local.story.access.Asking.Question;
import io.xinqun.local.story.api.ApiDocument;
import io.xinqun.local.story.api.Cast;
import io.xinqun.local.story.api.Props;
import io.xinqun.local.story.api.Recipe;
import io.xinqun.local.story.api.Recipes;
import io.xinqun.local.story.evidence.StoreLook;
import io.xinqun.local.story.stage.Crowd;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Every operation asked by every role about a thing of its own, somebody else's and one that does
/// not exist, as [AccessTable] says; what is refused changes nothing.
final class WhoMay implements Story {
    private static final int WIDTH = 8;

    /// The ledger compares itself with the provider's books by its own schedule.
    private static final String RECONCILIATION = "commission-service reconciliation";

    private static final Duration REST = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "who-may";
    }

    @Override
    public String summary() {
        return "every operation by every role, about own, foreign and absent things";
    }

    @Override
    public void play(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("The table of who may do what, and the API document");
        ApiDocument document = ApiDocument.of(stage.gateway());
        Cast cast = new Cast(stage);
        Map<String, Recipe> recipes = new Recipes(cast, new Props(cast)).all();
        checkListed(tell, document);
        try (Asking asking = new Asking(cast, recipes, document);
                StoreLook store = StoreLook.of(stage.fleet())) {
            tell.checkEqual("operations past the gateway", Map.of(), asking.hidden());
            still(tell, asking, store);
            granted(tell, asking);
        }
    }

    /// An operation without a row would be nobody's decision.
    private static void checkListed(Narrator tell, ApiDocument document) {
        TreeSet<String> unlisted = new TreeSet<>();
        document.operations().forEach(operation -> unlisted.add(operation.key()));
        TreeSet<String> unknown = new TreeSet<>();
        AccessTable.all().forEach(row -> unknown.add(row.operation()));
        List<String> both = unknown.stream().filter(unlisted::contains).toList();
        both.forEach(unlisted::remove);
        both.forEach(unknown::remove);
        tell.checkEqual("operations without a row", List.of(), List.copyOf(unlisted));
        tell.checkEqual("rows without an operation", List.of(), List.copyOf(unknown));
    }

    /// Everything that is refused, and everything about things that the caller does not have, at
    /// the gateway and at the service.
    private static void still(Narrator tell, Asking asking, StoreLook store) {
        List<String> faults = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (AccessRow row : AccessTable.all()) {
            questions.addAll(asking.questions(row, true, faults));
        }
        tell.step(questions.size() + " requests that may change nothing, each at two doors");
        Map<String, String> before = contents(store);
        Crowd.inTurns(questions.size(), WIDTH, index -> asking.faultsOf(questions.get(index)))
                .forEach(faults::addAll);
        told(tell, faults);
        tell.checkEqual("foreign things that are told apart", List.of(), asking.leaks());
        tell.checkEqual(
                "changed collections", List.of(), StoreLook.changed(before, contents(store)));
    }

    private static Map<String, String> contents(StoreLook store) {
        Map<String, String> contents = new TreeMap<>(store.atRest(REST));
        contents.remove(RECONCILIATION);
        return contents;
    }

    private static void granted(Narrator tell, Asking asking) {
        List<String> faults = new ArrayList<>();
        int asked = 0;
        for (AccessRow row : AccessTable.all()) {
            for (Question question : asking.questions(row, false, faults)) {
                faults.addAll(asking.faultsOf(question));
                asked++;
            }
        }
        tell.step(asked + " requests that are granted");
        told(tell, faults);
    }

    private static void told(Narrator tell, List<String> faults) {
        faults.forEach(tell::say);
        tell.checkEqual("answered otherwise than the table says", 0, faults.size());
    }
}
