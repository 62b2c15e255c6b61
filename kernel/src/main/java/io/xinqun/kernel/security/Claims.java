package io.xinqun.kernel.security;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The claims of a verified token. What is absent or of another type is null or empty.
public final class Claims {

    private final Map<String, ?> values;

    Claims(Map<String, ?> values) {
        this.values = values;
    }

    public @Nullable String text(String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    public @Nullable Long number(String name) {
        return values.get(name) instanceof Number number ? (Long) number.longValue() : null;
    }

    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }
}
