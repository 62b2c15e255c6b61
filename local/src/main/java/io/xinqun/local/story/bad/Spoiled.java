package io.xinqun.local.story.bad;

import io.xinqun.local.story.api.Sent;

/// A request that is wrong in one way, or in two.
///
/// Shape: `mustBeRefused` is false where an answer is fine as long as nothing changes by it (an
/// unknown query parameter of a list).
public record Spoiled(String what, Sent sent, boolean mustBeRefused) {

    static Spoiled refused(String what, Sent sent) {
        return new Spoiled(what, sent, true);
    }

    static Spoiled harmless(String what, Sent sent) {
        return new Spoiled(what, sent, false);
    }
}
