package io.xinqun.local.story.api;

import static io.xinqun.local.story.api.Who.NOBODY;

import io.xinqun.local.story.api.Recipe.Caller;
import io.xinqun.local.story.api.Recipe.Making;
import io.xinqun.local.story.api.Recipe.NotOwned;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// What the recipes of all parts of the API are written with.
abstract class RecipeBook {
    final Cast cast;
    final Props props;
    private final Map<String, Recipe> all = new TreeMap<>();

    RecipeBook(Cast cast, Props props) {
        this.cast = cast;
        this.props = props;
    }

    Map<String, Recipe> all() {
        return all;
    }

    void add(String operation, Who usual, Making making) {
        all.put(operation, new Recipe(usual, making));
    }

    void plain(String operation, Who usual) {
        add(operation, usual, (caller, whose) -> Sent.plain());
    }

    /// About a thing that belongs to nobody: it exists or not.
    void about(String operation, Who usual, String variable, Supplier<String> thing) {
        add(operation, usual, (caller, whose) -> existing(whose, variable, thing));
    }

    private static Sent existing(Whose whose, String variable, Supplier<String> thing) {
        return switch (whose) {
            case OWN -> Sent.plain().keyed().at(variable, thing.get());
            case FOREIGN -> throw new NotOwned(NOBODY);
            case ABSENT -> Sent.plain().keyed().at(variable, Cast.absent());
        };
    }

    /// The caller's thing, or that of somebody else in the role that usually has one.
    static String owned(
            Caller caller,
            Whose whose,
            Who usual,
            java.util.function.Function<Caller, String> thing) {
        if (whose == Whose.OWN && caller.who() == NOBODY) {
            throw new NotOwned(NOBODY);
        }
        return switch (whose) {
            case OWN -> thing.apply(caller);
            case FOREIGN -> thing.apply(new Caller(usual, 906));
            case ABSENT -> Cast.absent();
        };
    }
}
