package io.xinqun.gateway.openapi;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes one OpenAPI document of the services' documents.
///
/// Shape: paths are put side by side (the gateway's routes keep them apart); component names get
/// the service's name in front, so that two services may have a schema of the same name. Errors: a
/// service whose document is missing is listed in `x-missing`; the rest is there.
final class OpenApiMerger {

    private static final String REFERENCE = "$ref";
    private static final String COMPONENTS = "#/components/";

    private final JsonMapper json;

    OpenApiMerger(JsonMapper json) {
        this.json = json;
    }

    /// @param documents each service's document by the service's name, or a missing node
    ObjectNode merge(Map<String, JsonNode> documents) {
        ObjectNode merged = json.createObjectNode().put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Xinqun")
                .put("version", "v1")
                .put("description", "The open backend for S2B2C social commerce.");
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("tags");
        merged.putObject("paths");
        merged.putObject("components");
        ArrayNode missing = json.createArrayNode();
        documents.forEach((service, document) -> {
            if (document.isObject()) {
                add(merged, service, (ObjectNode) document);
            } else {
                missing.add(service);
            }
        });
        if (!missing.isEmpty()) {
            merged.set("x-missing", missing);
        }
        return merged;
    }

    private static void add(ObjectNode merged, String service, ObjectNode document) {
        String prefix = prefix(service);
        rename(document, prefix);
        document.path("tags").forEach(merged.withArray("tags")::add);
        ObjectNode paths = merged.withObject("/paths");
        document.path("paths")
                .propertyStream()
                .forEach(path -> {
                    GatewayAnswers.addTo(path.getKey(), path.getValue());
                    paths.set(path.getKey(), path.getValue());
                });
        document.path("components")
                .propertyStream()
                .forEach(section ->
                        section.getValue()
                                .propertyStream()
                                .forEach(part ->
                                        merged.withObject("/components")
                                                .withObjectProperty(section.getKey())
                                                .set(
                                                        name(
                                                                section.getKey(),
                                                                prefix,
                                                                part.getKey()),
                                                        part.getValue())));
    }

    /// `order-service` → `Order`.
    private static String prefix(String service) {
        String first = service.substring(0, service.indexOf('-'));
        return Character.toUpperCase(first.charAt(0)) + first.substring(1);
    }

    /// Security schemes and problems are the same everywhere.
    private static String name(String section, String prefix, String name) {
        boolean isShared = "securitySchemes".equals(section) || GatewayAnswers.PROBLEM.equals(name);
        return isShared ? name : prefix + name;
    }

    private static void rename(JsonNode node, String prefix) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.get(REFERENCE);
            if (reference != null && reference.isString()) {
                object.put(REFERENCE, renamed(reference.stringValue(), prefix));
            }
        }
        node.forEach(child -> rename(child, prefix));
    }

    private static String renamed(String reference, String prefix) {
        int name = reference.lastIndexOf('/') + 1;
        return reference.startsWith(COMPONENTS)
                        && !reference.substring(name).equals(GatewayAnswers.PROBLEM)
                ? reference.substring(0, name) + prefix + reference.substring(name)
                : reference;
    }
}
