package io.xinqun.local.story.api;

import java.util.Map;
import java.util.TreeMap;

/// A right request for every operation of the API, by its line in the document.
public record Recipes(Cast cast, Props props) {

    public Map<String, Recipe> all() {
        Map<String, Recipe> all = new TreeMap<>(new TradeRecipes(cast, props).all());
        all.putAll(new PeopleRecipes(cast, props).all());
        return all;
    }
}
