package io.xinqun.local.story.cast;

import io.xinqun.local.wechat.wire.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of a supplier's feed, as the supplier writes it.
public record FeedItem(ObjectNode json) {

    /// An article with its categories; prices and stock follow.
    public static FeedItem of(String supplierSku, String name, String... categories) {
        ObjectNode json = Json.object().put("supplierSku", supplierSku).put("version", 1);
        json.put("name", name);
        ArrayNode path = json.putArray("categoryPath");
        List.of(categories).forEach(path::add);
        return new FeedItem(json);
    }

    /// What the supplier gets, what everybody pays.
    public FeedItem priced(long supplyFen, long directFen) {
        json.put("supplyFen", supplyFen).put("directFen", directFen);
        return this;
    }

    /// What it costs through a curator's link, and for members.
    public FeedItem cheaper(long curatorFen, long memberFen) {
        json.put("curatorFen", curatorFen).put("memberFen", memberFen);
        return this;
    }

    public FeedItem counted(long count, Instant at) {
        json.putObject("stock").put("count", count).put("countedAt", at.toString());
        return this;
    }

    public FeedItem version(long version) {
        json.put("version", version);
        return this;
    }

    public FeedItem with(String member, String value) {
        json.put(member, value);
        return this;
    }

    public String supplierSku() {
        return json.path("supplierSku").asString();
    }

    public String line() {
        return json.toString();
    }
}
