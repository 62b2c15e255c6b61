package io.xinqun.kernel.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The committed contracts of all events: a JSON Schema and a real example for each type, under
/// `contracts/<producer>/<type>.{schema,example}.json`. Producers' bytes and consumers' parsing are
/// held to them in tests.
///
/// Errors: an unknown type is an `IllegalArgumentException`.
public final class Contracts {

    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".example.json";

    private Contracts() {}

    public static Set<String> types() {
        return Holder.SCHEMAS.keySet();
    }

    /// The types that have an example; the same as [#types] when the registry is whole.
    static Set<String> typesWithExample() {
        return Holder.EXAMPLES.keySet();
    }

    public static String schema(String type) {
        return new String(read(Holder.SCHEMAS, type), StandardCharsets.UTF_8);
    }

    public static byte[] example(String type) {
        return read(Holder.EXAMPLES, type);
    }

    private static byte[] read(Map<String, Resource> resources, String type) {
        Resource resource = resources.get(type);
        if (resource == null) {
            throw new IllegalArgumentException("no contract for the event type " + type);
        }
        try (InputStream stream = resource.getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Looked up once, at first use.
    private static final class Holder {

        static final Map<String, Resource> SCHEMAS = find(SCHEMA);
        static final Map<String, Resource> EXAMPLES = find(EXAMPLE);

        private static Map<String, Resource> find(String ending) {
            Map<String, Resource> found = new TreeMap<>();
            try {
                String pattern = "classpath*:contracts/*/*" + ending;
                for (Resource resource :
                        new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    String name = String.valueOf(resource.getFilename());
                    found.put(name.substring(0, name.length() - ending.length()), resource);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return found;
        }
    }
}
