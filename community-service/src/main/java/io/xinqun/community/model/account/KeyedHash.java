package io.xinqun.community.model.account;

import java.util.Base64;

/// A hash that only the holder of the key can compute: finds personal data without showing it, and
/// marks text as ours.
///
/// Shape: 32 bytes. A purpose separates its uses, so that a hash made for one says nothing in
/// another; the parts are kept apart, so `("a", "bc")` and `("ab", "c")` differ.
public interface KeyedHash {

    byte[] bytes(String purpose, String... parts);

    /// As 43 characters of base64url.
    default String text(String purpose, String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(purpose, parts));
    }
}
