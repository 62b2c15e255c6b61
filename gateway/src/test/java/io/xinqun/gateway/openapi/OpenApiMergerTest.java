package io.xinqun.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiMergerTest {

    private final JsonMapper json = new JsonMapper();
    private final OpenApiMerger merger = new OpenApiMerger(json);

    private JsonNode document(String path, String schemaType) {
        return json.readTree(
                """
                {"openapi":"3.1.0","tags":[{"name":"%s"}],
                 "paths":{"%s":{"get":{"responses":{"200":{"content":{"application/json":
                   {"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
                 "components":{"schemas":{"Page":{"type":"%s"}},
                   "securitySchemes":{"bearer":{"type":"http"}}}}
                """
                        .formatted(path, path, schemaType));
    }

    @Test
    void schemas_of_the_same_name_stay_apart_and_are_still_found() {
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        documents.put("order-service", document("/orders", "object"));
        documents.put("catalog-service", document("/products", "array"));
        JsonNode merged = merger.merge(documents);

        assertThat(merged.at("/paths").propertyNames()).containsExactly("/orders", "/products");
        assertThat(merged.at("/components/schemas/OrderPage/type").stringValue())
                .isEqualTo("object");
        assertThat(merged.at("/components/schemas/CatalogPage/type").stringValue())
                .isEqualTo("array");
        assertThat(merged.findValuesAsString("$ref"))
                .containsExactly(
                        "#/components/schemas/OrderPage", "#/components/schemas/CatalogPage");
        assertThat(merged.at("/components/securitySchemes").propertyNames())
                .containsExactly("bearer");
    }

    @Test
    void a_service_that_is_down_is_named_and_the_rest_is_there() {
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        documents.put("order-service", document("/orders", "object"));
        documents.put("catalog-service", MissingNode.getInstance());
        JsonNode merged = merger.merge(documents);

        assertThat(merged.at("/x-missing/0").stringValue()).isEqualTo("catalog-service");
        assertThat(merged.at("/paths").propertyNames()).containsExactly("/orders");
    }
}
