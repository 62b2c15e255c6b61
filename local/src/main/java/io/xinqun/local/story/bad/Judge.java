package io.xinqun.local.story.bad;

import io.xinqun.local.story.api.ApiDocument;
import io.xinqun.local.story.api.ApiDocument.Operation;
import io.xinqun.local.story.client.Wire.Answer;
import io.xinqun.local.wechat.wire.Json;
import io.xinqun.local.wechat.wire.WechatError;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Says what is wrong with an answer to a bad request.
///
/// Shape: a refusal is a problem document with a stable code, tells nothing of the inside, and is
/// described in the API document; an answer that is no refusal is described too.
record Judge(ApiDocument document) {
    private static final String PROBLEM = "application/problem+json";
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern INSIDE =
            Pattern.compile(
                    "Exception|\\tat |io\\.xinqun|org\\.springframework|java\\.(lang|util)|tools\\.jackson"
                            + "|com\\.mongodb|Caused by");
    private static final List<String> MEMBERS = List.of("type", "title", "detail", "instance");

    /// The fault in one sentence, "" if there is none.
    String faultOf(Operation operation, Spoiled spoiled, Answer answer) {
        boolean isRefusal = answer.status() >= 400 && answer.status() < 500;
        boolean isAnswer = answer.status() >= 200 && answer.status() < 300;
        if (!isRefusal && !isAnswer) {
            return answer.status() + " " + shown(answer);
        }
        if (isAnswer && spoiled.mustBeRefused()) {
            return answer.status() + " instead of a refusal";
        }
        if (isAnswer) {
            return silence(operation, answer, "");
        }
        String form = formOf(answer);
        return form.isEmpty() ? silence(operation, answer, codeOf(answer)) : form;
    }

    /// The fault in the form of a refusal, "" if there is none.
    static String formOf(Answer answer) {
        if (!answer.mediaType().equals(PROBLEM)) {
            return answer.status() + " is no problem document: " + shown(answer);
        }
        JsonNode problem = read(answer);
        if (!CODE.matcher(problem.path("code").asString("")).matches()) {
            return "no stable code: " + shown(answer);
        }
        boolean isWhole =
                problem.path("status").asInt() == answer.status()
                        && MEMBERS.stream().noneMatch(m -> problem.path(m).asString("").isEmpty());
        if (!isWhole) {
            return "half a problem document: " + shown(answer);
        }
        return INSIDE.matcher(answer.body()).find() ? "tells of the inside: " + shown(answer) : "";
    }

    static String codeOf(Answer answer) {
        return read(answer).path("code").asString("");
    }

    private static JsonNode read(Answer answer) {
        try {
            return Json.read(answer.body());
        } catch (WechatError noJson) {
            return Json.object();
        }
    }

    private String silence(Operation operation, Answer answer, String code) {
        String silent = document.silentAbout(operation, answer.status(), answer.mediaType(), code);
        return silent.isEmpty() ? "" : "the document does not tell of " + silent;
    }

    private static String shown(Answer answer) {
        String body = answer.body();
        return body.length() > 160 ? body.substring(0, 160) + "…" : body;
    }
}
