package io.xinqun.community.model.community;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where somebody stands in a community.
///
/// State: INVITED and PENDING take no seat. JOINING is about to take one and is not told to
/// anybody; it becomes ACTIVE with a seat, or LAPSED without one. LEFT and LAPSED may come again.
public enum MembershipStatus {
    INVITED,
    PENDING,
    JOINING,
    ACTIVE,
    LEFT,
    LAPSED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }

    public static Optional<MembershipStatus> of(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
