package io.xinqun.local.story.client;

import io.xinqun.local.wechat.wire.Json;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/// What the system answered to one request; status 0 when it did not answer at all.
public record Reply(String request, int status, String body, String retryAfter) {
    private static final int MOST_SHOWN = 400;

    /// The answer, when its status is one of these.
    public Reply expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new StoryFailure(
                    request
                            + " answered "
                            + status
                            + " "
                            + shown()
                            + " instead of "
                            + Arrays.toString(statuses));
        }
        return this;
    }

    public JsonNode json() {
        return Json.read(body);
    }

    /// A member of the answer as text, "" if it is not there; `path` is a JSON pointer.
    public String text(String path) {
        return json().at(path).asString("");
    }

    public long number(String path) {
        return json().at(path).asLong(0);
    }

    /// The stable code of a problem, "" if it is none.
    public String code() {
        return body.startsWith("{") ? text("/code") : "";
    }

    public boolean is(int expected) {
        return status == expected;
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /// True when it is not known what happened: no answer, or the gateway found nobody.
    public boolean undecided() {
        return status == 0 || status == 502 || status == 503 || status == 504;
    }

    String shown() {
        return body.length() <= MOST_SHOWN ? body : body.substring(0, MOST_SHOWN) + "…";
    }
}
