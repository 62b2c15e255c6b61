package io.xinqun.community.configuration;

import io.xinqun.community.model.account.KeyedHash;
import io.xinqun.kernel.security.KeySources;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Finds the key of keyed hashes in the file of the personal-data keys.
///
/// Shape: `{"active":"k2","lookup":"k1","keys":{"k1":"…","k2":"…"}}`: the key named `lookup`, else
/// the first one. It must stay the same when `active` rotates: accounts are found by it.
final class LookupKey {

    /// The hashes use a key derived from the file's, never the one that encrypts.
    private static final String DERIVATION = "xinqun keyed hash";

    private record KeyFile(@Nullable String lookup, LinkedHashMap<String, byte[]> keys) {}

    private LookupKey() {}

    static KeyedHash in(@Nullable String location) {
        if (location == null || location.isBlank()) {
            throw new IllegalArgumentException("set XINQUN_DATA_KEYS to the personal-data keys");
        }
        KeyFile file = parse(KeySources.text(location));
        String id = file.lookup == null ? file.keys.firstEntry().getKey() : file.lookup;
        byte[] key = file.keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("the lookup key is not in the file");
        }
        return new HmacKeyedHash(new HmacKeyedHash(key).bytes(DERIVATION));
    }

    private static KeyFile parse(String text) {
        try {
            return JsonMapper.shared().readValue(text, KeyFile.class);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("the personal-data key file cannot be read");
        }
    }
}
