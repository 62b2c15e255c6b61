package io.xinqun.local.story.cast;

import io.xinqun.local.story.client.Person;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.wechat.wire.Json;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Who makes or imports the goods.
public record Supplier(Person person, String id) {
    private static final String FEED = "/api/v1/suppliers/me/feed";

    /// Sends items under a delivery's name and gives the report.
    public JsonNode feed(String delivery, List<FeedItem> items) {
        return feedLines(delivery, items.stream().map(FeedItem::line).toList())
                .expect(200, 201, 202)
                .json();
    }

    public Reply feedLines(String delivery, List<String> lines) {
        String body = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        return person.postRaw(FEED + "?delivery=" + delivery, "application/x-ndjson", body);
    }

    /// Names the public key by which records on the topic are proved to be this supplier's.
    public void registerKey(String keyId, String publicKey) {
        person.post(
                        "/api/v1/suppliers/me/feed-keys",
                        Json.object().put("keyId", keyId).put("publicKey", publicKey),
                        "feed-key-" + keyId)
                .expect(200, 201, 204);
    }

    /// An earlier report.
    public Reply report(String delivery) {
        return person.get(FEED + "/" + delivery);
    }
}
