package io.xinqun.kernel.idempotency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a request asked for, in 43 characters. Stored with the resource, it tells a repeat from
/// another request under the same key.
///
/// Errors: the comparison is the caller's; a difference is `idempotency-key-reused`.
public final class Fingerprint {

    /// Members and map entries are sorted, so that the order in which a client wrote them does not
    /// matter.
    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private Fingerprint() {}

    public static String of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /// The fingerprint of the request as it was understood, so that white space does not matter.
    public static String of(Object request) {
        return of(CANONICAL.writeValueAsBytes(request));
    }
}
