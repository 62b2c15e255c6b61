package io.xinqun.community.store;

import com.mongodb.MongoException;

/// Tells whether a write failed because the `_id` is taken, which here is an answer, not an error.
public final class DuplicateKey {

    private static final int CODE = 11_000;

    private DuplicateKey() {}

    public static boolean is(Throwable error) {
        return error instanceof MongoException store && store.getCode() == CODE;
    }
}
