package io.xinqun.local.story.cast;

import io.xinqun.local.story.client.Person;
import io.xinqun.local.wechat.wire.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Who recommends, inside communities of people who trust each other.
public record Curator(Person person, String account) {
    private static final int SEATS = 500;

    /// What a community is to be.
    public record Plan(String name, String kind, String purpose, String admission) {}

    /// Founds a community; its id.
    public String found(String key, Plan plan) {
        ObjectNode asked = Json.object().put("name", plan.name()).put("kind", plan.kind());
        asked.put("purpose", plan.purpose()).put("admission", plan.admission());
        return person.post("/api/v1/communities", asked.put("capacity", SEATS), key)
                .expect(200, 201)
                .text("/id");
    }

    /// A short link to a product, for this community ("" for none); the code.
    public String share(String product, String community, String channel) {
        ObjectNode asked = Json.object().put("channel", channel);
        asked.putObject("target").put("kind", "product").put("id", product);
        if (!community.isEmpty()) {
            asked.put("community", community);
        }
        String key = "share-" + account + "-" + product + "-" + community + "-" + channel;
        return person.insist("/api/v1/share-links", asked, key).expect(200, 201).text("/code");
    }

    public JsonNode wallet() {
        return person.get("/api/v1/wallet").expect(200).json();
    }

    /// Every entry of the wallet, page by page.
    public List<JsonNode> entries() {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    person.get("/api/v1/wallet/entries?limit=100" + cursor).expect(200).json();
            page.path("items").forEach(all::add);
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return all;
    }
}
