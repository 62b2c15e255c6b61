package io.xinqun.local.story.records;

import java.util.Locale;

/// What is wrong with a record.
public enum Flaw {
    NOT_JSON("the value is no JSON"),
    CUT_OFF("the value ends in the middle"),
    EMPTY("the value has no bytes"),
    NOTHING("the value is the JSON `null`"),
    MISSING("the value is `{}`: nothing that is read is there"),
    NO_ENVELOPE("no header at all"),
    WRONG_ENVELOPE("the sequence is no number; the signature is none"),
    IMPOSSIBLE_TIME("a time that no store can keep"),
    UNKNOWN_TYPE("a type that nobody knows"),
    UNKNOWN_VERSION("a version of a known type that nobody knows"),
    WRONG_KEY("a right record under another record's key"),
    OVERSIZED("as large as the broker takes, and no JSON"),
    LONG_KEY("a key of 100 KB; in the feed on a line that is too long"),
    FOREIGN_SUPPLIER("signed by another supplier than the key names"),
    TOMBSTONE("no value");

    private final String meaning;

    Flaw(String meaning) {
        this.meaning = meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public String meaning() {
        return meaning;
    }
}
