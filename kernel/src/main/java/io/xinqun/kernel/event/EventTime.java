package io.xinqun.kernel.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Times of events: RFC 3339, from 1970 to 9999. A store takes no time beyond that, and what it
/// does not take would be tried again for ever.
final class EventTime extends StdScalarDeserializer<Instant> {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    EventTime() {
        super(Instant.class);
    }

    /// Errors: a [DateTimeException] for a time that no store takes.
    static Instant checked(OffsetDateTime time) {
        Instant instant = time.toInstant();
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST)) {
            throw new DateTimeException("a time is between 1970 and 9999");
        }
        return instant;
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString();
        try {
            return checked(OffsetDateTime.parse(text));
        } catch (DateTimeException wrong) {
            return (Instant)
                    context.handleWeirdStringValue(Instant.class, text, "this is no such time");
        }
    }
}
