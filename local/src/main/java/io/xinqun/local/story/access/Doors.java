package io.xinqun.local.story.access;

import io.xinqun.local.launcher.Fleet;
import io.xinqun.local.story.api.ApiDocument;
import io.xinqun.local.story.api.ApiDocument.Operation;
import io.xinqun.local.story.api.Sent;
import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.client.Wire;
import io.xinqun.local.story.client.Wire.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The ways in: the gateway's door, and that of each service behind it, which must not rely on the
/// gateway.
final class Doors implements AutoCloseable {
    static final String GATEWAY = "gateway";

    private static final int TOO_MANY = 429;
    private static final int MOST_TRIES = 60;
    private static final List<String> SERVICES =
            List.of("catalog-service", "order-service", "community-service", "commission-service");

    private final Map<String, Wire> wires = new TreeMap<>();
    private final Map<String, Operation> operations = new TreeMap<>();
    private final Map<String, String> owners = new TreeMap<>();

    Doors(Fleet fleet, ApiDocument document) {
        document.operations().forEach(operation -> operations.put(operation.key(), operation));
        wires.put(GATEWAY, new Wire(fleet.gateway()));
        for (String service : SERVICES) {
            wires.put(service, new Wire(fleet.program(service)));
            try (Gateway door = new Gateway(fleet.program(service))) {
                ApiDocument.at(door, "/v3/api-docs")
                        .operations()
                        .forEach(operation -> owners.put(operation.key(), service));
            }
        }
    }

    /// Operations by their lines in the document.
    Map<String, Operation> operations() {
        return Map.copyOf(operations);
    }

    /// Which service does what, as the services themselves tell.
    Map<String, String> owners() {
        return Map.copyOf(owners);
    }

    Operation operation(String key) {
        Operation operation = operations.get(key);
        if (operation == null) {
            throw new StoryFailure("the document has no " + key);
        }
        return operation;
    }

    /// The gateway and the service behind it.
    List<String> to(String operation) {
        return List.of(GATEWAY, owners.getOrDefault(operation, GATEWAY));
    }

    /// Sends it, and again while the gateway asks to come later.
    Answer send(String door, Operation operation, Sent sent, String token) {
        Wire wire = wires.get(door);
        if (wire == null) {
            throw new StoryFailure("there is no door " + door);
        }
        Map<String, String> headers = new LinkedHashMap<>(sent.headers());
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        String target = sent.target(operation.path());
        Answer answer = wire.send(operation.method(), target, headers, sent.bytes());
        for (int tries = 1; answer.status() == TOO_MANY && tries < MOST_TRIES; tries++) {
            Waiting.pause(500);
            answer = wire.send(operation.method(), target, headers, sent.bytes());
        }
        return answer;
    }

    @Override
    public void close() {
        wires.values().forEach(Wire::close);
    }
}
