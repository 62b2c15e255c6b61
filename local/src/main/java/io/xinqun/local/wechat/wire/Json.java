package io.xinqun.local.wechat.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads and makes the JSON of WeChat's API; a missing or misshapen member is PARAM_ERROR.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text.isBlank() ? "{}" : text);
        } catch (JacksonException cause) {
            throw new WechatError(400, "PARAM_ERROR", "请求体不是合法的 JSON");
        }
    }

    /// A text that must be there; `path` is a JSON pointer.
    public static String text(JsonNode json, String path) {
        JsonNode found = json.at(path);
        if (!found.isString() || found.asString().isEmpty()) {
            throw new WechatError(400, "PARAM_ERROR", "参数错误: " + path);
        }
        return found.asString();
    }

    public static String text(JsonNode json, String path, String otherwise) {
        JsonNode found = json.at(path);
        return found.isString() ? found.asString() : otherwise;
    }

    /// An amount that must be there and above zero.
    public static long amount(JsonNode json, String path) {
        JsonNode found = json.at(path);
        if (!found.isIntegralNumber() || !found.canConvertToLong() || found.asLong() <= 0) {
            throw new WechatError(400, "PARAM_ERROR", "参数错误: " + path);
        }
        return found.asLong();
    }

    public static long whole(JsonNode json, String path, long otherwise) {
        JsonNode found = json.at(path);
        return found.isIntegralNumber() ? found.asLong() : otherwise;
    }

    public static boolean flag(JsonNode json, String path) {
        return json.at(path).asBoolean(false);
    }
}
