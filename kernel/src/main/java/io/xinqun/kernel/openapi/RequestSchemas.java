package io.xinqun.kernel.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says of every object that a request may hold that it has no other members, because strict JSON
/// refuses them, and of every pattern that it is of the whole text: validation matches the whole,
/// JSON Schema any part.
@SuppressWarnings("rawtypes") // the model of swagger-core is raw where it holds schemas
final class RequestSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> closed = new HashSet<>();

    private RequestSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void close(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        RequestSchemas requests = new RequestSchemas(api.getComponents().getSchemas());
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .forEach(content -> requests.close(content.getSchema()));
    }

    static void anchor(Schema<?> schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
    }

    private void close(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        String reference = schema.get$ref();
        if (reference != null && reference.startsWith(PREFIX)) {
            String name = reference.substring(PREFIX.length());
            if (closed.add(name)) {
                close(schemas.get(name));
            }
            return;
        }
        anchor(schema);
        close(schema.getItems());
        if (schema.getProperties() != null) {
            schema.setAdditionalProperties(false);
            Collection<Schema> members = schema.getProperties().values();
            members.forEach(this::close);
        }
    }
}
