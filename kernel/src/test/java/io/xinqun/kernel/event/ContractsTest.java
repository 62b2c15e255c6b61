package io.xinqun.kernel.event;

import static io.xinqun.kernel.event.ContractAssertions.assertCompatible;
import static io.xinqun.kernel.event.ContractAssertions.assertMatches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ContractsTest {

    /// Members that would carry personal data; no event has them at any depth.
    private static final String PERSONAL =
            "(?i).*\"(phone|mobile|address|detail|recipient|realName|openId|idCard)\"\\s*:.*";

    static Stream<String> types() {
        return Contracts.types().stream();
    }

    @Test
    void every_schema_has_an_example_and_every_example_a_schema() {
        assertThat(Contracts.typesWithExample()).isEqualTo(Contracts.types()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void each_example_is_exactly_what_its_schema_says(String type) {
        assertMatches(type, Contracts.example(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void each_schema_names_members_requires_some_and_carries_no_personal_data(String type) {
        var schema = JsonMapper.shared().readTree(Contracts.schema(type));
        assertThat(schema.path("type").asString()).isEqualTo("object");
        assertThat(schema.path("properties").size()).isPositive();
        assertThat(schema.path("required").size()).isPositive();
        assertThat(Contracts.schema(type).replace('\n', ' ')).doesNotMatch(PERSONAL);
    }

    @ParameterizedTest
    @MethodSource("types")
    void each_type_is_named_for_what_happened_and_its_version(String type) {
        assertThat(type).matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+\\.v[1-9][0-9]*");
    }

    @Test
    void a_member_that_the_schema_does_not_name_is_refused_for_producers_only() {
        byte[] more = bytes("{\"number\":\"a-1\",\"parts\":[{\"key\":\"k\"}],\"more\":true}");
        assertCompatible("kernel.sample.v1", more);
        assertThatThrownBy(() -> assertMatches("kernel.sample.v1", more))
                .isInstanceOf(AssertionError.class);
        byte[] deeper = bytes("{\"number\":\"a-1\",\"parts\":[{\"key\":\"k\",\"more\":1}]}");
        assertThatThrownBy(() -> assertMatches("kernel.sample.v1", deeper))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"number\":1,\"parts\":[]}",
                "{\"number\":\"a-1\",\"parts\":[{}]}",
                "{\"number\":\"a-1\",\"parts\":[],\"at\":\"yesterday\"}"
            })
    void data_that_breaks_the_schema_is_refused(String data) {
        assertThatThrownBy(() -> assertMatches("kernel.sample.v1", bytes(data)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void an_unknown_type_has_no_contract() {
        assertThatThrownBy(() -> Contracts.schema("nobody.said.v1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
