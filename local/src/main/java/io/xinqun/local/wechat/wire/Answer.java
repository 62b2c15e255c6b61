package io.xinqun.local.wechat.wire;

import tools.jackson.databind.JsonNode;

/// What goes back over the wire.
public record Answer(int status, String contentType, String body) {

    public static Answer ok(JsonNode json) {
        return json(200, json);
    }

    public static Answer json(int status, JsonNode json) {
        return new Answer(status, "application/json; charset=utf-8", json.toString());
    }

    public static Answer text(String type, String body) {
        return new Answer(200, type, body);
    }

    public static Answer nothing() {
        return new Answer(204, "application/json", "");
    }

    public static Answer refused(WechatError error) {
        return json(
                error.status(),
                Json.object().put("code", error.code()).put("message", error.text()));
    }
}
