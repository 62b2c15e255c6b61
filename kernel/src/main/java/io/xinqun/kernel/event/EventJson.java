package io.xinqun.kernel.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.xinqun.kernel.consumer.PoisonMessage;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Writes and reads the JSON of event data. Tolerant where the HTTP side is strict: a consumer
/// declares only the members that it reads, so producers may add some. Those that it declares must
/// be there unless they are `@Nullable`.
///
/// Errors: data of the wrong form is a [PoisonMessage] `malformed-data`.
public final class EventJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .annotationIntrospector(new RequiredMembers())
                    .addModule(
                            new SimpleModule("event-times")
                                    .addDeserializer(Instant.class, new EventTime()))
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private EventJson() {}

    public static byte[] write(Object data) {
        return MAPPER.writeValueAsBytes(data);
    }

    public static <T> T read(Event event, Class<T> type) {
        return read(event.data(), type);
    }

    public static <T> T read(byte[] data, Class<T> type) {
        try {
            T read = MAPPER.readValue(data, type);
            if (read == null) {
                throw new PoisonMessage("malformed-data", type.getSimpleName() + " is null");
            }
            return read;
        } catch (JacksonException malformed) {
            throw new PoisonMessage(
                    "malformed-data", type.getSimpleName() + " at " + pathOf(malformed), malformed);
        }
    }

    /// Only the place: Jackson's own message would repeat the content.
    private static String pathOf(JacksonException malformed) {
        String path = malformed.getPathReference();
        return path.isEmpty() ? "its root" : path;
    }
}
