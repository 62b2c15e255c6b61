package io.xinqun.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds bytes to the committed contract of their event type (JSON Schema 2020-12).
///
/// A producer calls [#assertMatches] on what it really sends: there, a member that the schema does
/// not name is an error, so that nothing is told without being written down. Consumers tolerate
/// further members, because producers may add some: they parse [Contracts#example].
public final class ContractAssertions {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ContractAssertions() {}

    /// The data is what the schema says and nothing more.
    public static void assertMatches(String type, byte[] data) {
        assertValid(type, closed(JsonMapper.shared().readTree(Contracts.schema(type))), data);
    }

    /// The data is what the schema says; members that the schema does not name are fine.
    public static void assertCompatible(String type, byte[] data) {
        assertValid(type, JsonMapper.shared().readTree(Contracts.schema(type)), data);
    }

    private static void assertValid(String type, JsonNode schema, byte[] data) {
        Schema compiled = REGISTRY.getSchema(schema);
        String text = new String(data, StandardCharsets.UTF_8);
        assertThat(compiled.validate(text, InputFormat.JSON, ContractAssertions::withFormats))
                .as("%s: %s", type, text)
                .isEmpty();
    }

    private static void withFormats(ExecutionContext context) {
        context.executionConfig(config -> config.formatAssertionsEnabled(true));
    }

    /// The schema with `additionalProperties: false` in every object that names its members.
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.has("properties") && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            object.values().forEach(ContractAssertions::closed);
        } else if (schema instanceof ArrayNode array) {
            array.values().forEach(ContractAssertions::closed);
        }
        return schema;
    }
}
