package io.xinqun.local.story.bad;

import io.xinqun.local.story.api.ApiDocument.Operation;
import io.xinqun.local.story.api.Cast;
import io.xinqun.local.story.api.Recipe;
import io.xinqun.local.story.api.Recipe.Caller;
import io.xinqun.local.story.api.Sent;
import io.xinqun.local.story.api.Who;
import io.xinqun.local.story.api.Whose;
import io.xinqun.local.wechat.wire.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Right requests to each operation, each with the token of somebody else, as JSON for another
/// program.
///
/// Shape: `{"GET /api/v1/orders/{id}": [{"token": …, "path": {"id": …}, "body": null}, …], …}`
public final class Callers {
    /// An operation's requests are some hundreds; the narrowest limit is 30 at once.
    private static final int PEOPLE = 12;

    private final Cast cast;
    private final ObjectNode json = Json.object();

    public Callers(Cast cast) {
        this.cast = cast;
    }

    public void add(Operation operation, Recipe recipe) {
        ArrayNode callers = json.putArray(operation.key());
        int people = recipe.usual() == Who.NOBODY ? 1 : PEOPLE;
        for (int number = 0; number < people; number++) {
            Caller caller = new Caller(recipe.usual(), number == 1 ? people : number);
            Sent right = recipe.making().make(caller, Whose.OWN);
            ObjectNode entry = callers.addObject().put("token", cast.person(caller).token());
            right.path().forEach(entry.putObject("path")::put);
            entry.set("body", right.json());
        }
    }

    public ObjectNode json() {
        return json;
    }
}
