package io.xinqun.kernel.autoconfigure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.xinqun.kernel.json.StrictText;
import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// Makes the JSON of the HTTP side strict: what is not exactly a valid request is refused, because
/// money depends on it. A string is no number, 1.5 is no whole number, an unknown member is a
/// spelling mistake, and a member that comes twice is an attack.
final class StrictJson implements JsonMapperBuilderCustomizer, JsonFactoryBuilderCustomizer {

    /// The deepest request has 6 levels; 64 leaves room and ends nesting bombs.
    private static final int MAXIMUM_DEPTH = 64;

    /// Longer than any number that fits a long, shorter than what costs time to parse.
    private static final int MAXIMUM_NUMBER_LENGTH = 40;

    /// The longest text that we take is a product description of some KB.
    private static final int MAXIMUM_STRING_LENGTH = 1 << 20;

    private static final int MAXIMUM_NAME_LENGTH = 256;

    @Override
    public void customize(JsonFactoryBuilder factory) {
        factory.streamReadConstraints(
                StreamReadConstraints.builder()
                        .maxNestingDepth(MAXIMUM_DEPTH)
                        .maxNumberLength(MAXIMUM_NUMBER_LENGTH)
                        .maxStringLength(MAXIMUM_STRING_LENGTH)
                        .maxNameLength(MAXIMUM_NAME_LENGTH)
                        .build());
    }

    @Override
    public void customize(JsonMapper.Builder mapper) {
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> {
                            text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                            text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                            text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                        })
                .addModule(
                        new SimpleModule("strict")
                                .addDeserializer(Instant.class, new StrictInstant())
                                .addDeserializer(String.class, new StrictText()))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }
}
