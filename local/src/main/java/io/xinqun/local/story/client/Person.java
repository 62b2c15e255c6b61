package io.xinqun.local.story.client;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Somebody who calls the system, with or without an access token.
public record Person(Gateway gateway, String token) {

    public Reply get(String path) {
        return gateway.send(request(path).GET().build());
    }

    /// Reads with an attribution token at hand.
    public Reply get(String path, String attributionToken) {
        return gateway.send(
                request(path).header("Attribution-Token", attributionToken).GET().build());
    }

    /// Reads, waiting for what the system does not know yet (503 `not-known-yet`, 404).
    public Reply getWhenKnown(String path) {
        return Waiting.until(
                "GET " + path,
                java.time.Duration.ofSeconds(30),
                () -> get(path),
                reply -> !reply.is(503) && !reply.is(404));
    }

    /// The server-sent events after this one ("" for all), read until the server ends the stream.
    public List<ToldEvent> watch(String path, String after) {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream").GET();
        return gateway.stream(
                after.isEmpty() ? request.build() : request.header("Last-Event-ID", after).build());
    }

    public Reply post(String path, JsonNode body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /// Posts under this idempotency key.
    public Reply post(String path, JsonNode body, String key) {
        return gateway.send(
                request(path)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    /// Posts in a trace that the caller has begun (https://www.w3.org/TR/trace-context/).
    public Reply post(String path, JsonNode body, String key, String traceparent) {
        return gateway.send(
                request(path)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .header("traceparent", traceparent)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    /// Posts again and again under one key while it is not known what happened or what the system
    /// needs has not reached it yet.
    public Reply insist(String path, JsonNode body, String key) {
        return Waiting.until(
                "POST " + path,
                java.time.Duration.ofSeconds(150),
                () -> post(path, body, key),
                reply -> !reply.undecided() && !reply.is(500));
    }

    /// Posts exactly these characters as this type, as a client with a defect does.
    public Reply postRaw(String path, String type, String body) {
        return gateway.send(
                request(path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = gateway.request(path);
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }
}
