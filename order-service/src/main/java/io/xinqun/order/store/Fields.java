package io.xinqun.order.store;

import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Reads and writes single fields. Stores differ in the number type they give back, so numbers are
/// read as numbers.
final class Fields {

    private Fields() {}

    static long number(Document document, String name) {
        return document.get(name, Number.class).longValue();
    }

    static Fen fen(Document document, String name) {
        return Fen.of(number(document, name));
    }

    static @Nullable Fen optionalFen(Document document, String name) {
        Number number = document.get(name, Number.class);
        return number == null ? null : Fen.of(number.longValue());
    }

    static Instant time(Document document, String name) {
        return document.getDate(name).toInstant();
    }

    static @Nullable Instant optionalTime(Document document, String name) {
        Date date = document.getDate(name);
        return date == null ? null : date.toInstant();
    }

    static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
