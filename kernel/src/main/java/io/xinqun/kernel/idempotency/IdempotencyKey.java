package io.xinqun.kernel.idempotency;

import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;

/// The caller's name for one intent (header `Idempotency-Key`): repeating the request with the same
/// key never does it twice. A controller argument; annotated `@Nullable` it may be absent.
///
/// Shape: 1..128 visible ASCII characters. State: bound to the caller: another account's same key
/// is another intent. Errors: [Problem] `idempotency-key-required`, `idempotency-key-invalid`.
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    /// A UUID is 36 characters; 128 leaves room for a client's own scheme and bounds the index.
    public static final int MAXIMUM_LENGTH = 128;

    public IdempotencyKey {
        if (value.isEmpty() || value.length() > MAXIMUM_LENGTH || !isVisibleAscii(value)) {
            throw new Problem(
                    CommonProblem.IDEMPOTENCY_KEY_INVALID,
                    "An Idempotency-Key is 1 to 128 visible ASCII characters");
        }
    }

    /// The id of what this intent creates.
    public String deriveId(String kind, Caller caller) {
        return Ids.derived(kind, caller.account(), value);
    }

    private static boolean isVisibleAscii(String text) {
        return text.chars().allMatch(character -> character > ' ' && character < 0x7F);
    }
}
