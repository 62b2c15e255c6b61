package io.xinqun.gateway.ratelimit;

import io.xinqun.gateway.route.Traffic;
import java.time.Duration;

/// How much one caller may ask, as a table.
///
/// Shape: a bucket of `burst` requests that refills evenly with `perMinute` a minute, one bucket
/// for each (scope, traffic, who). Units: requests. An address may stand for many phones behind one
/// carrier, so its limits are wide and can be widened further by `xinqun.gateway.limit-scale`; an
/// account is one person; a key is one order's payments or one share link's visits.
public enum RateLimits {
    ADDRESS_READ(Scope.ADDRESS, Traffic.READ, 600, 12_000),
    ADDRESS_WRITE(Scope.ADDRESS, Traffic.WRITE, 200, 3_000),
    ADDRESS_MONEY(Scope.ADDRESS, Traffic.MONEY, 200, 3_000),
    /// Argon2 costs the service real work, so guesses are stopped here.
    ADDRESS_SIGN_IN(Scope.ADDRESS, Traffic.SIGN_IN, 60, 120),
    ADDRESS_OPERATOR(Scope.ADDRESS, Traffic.OPERATOR, 200, 3_000),
    ADDRESS_NOTIFICATION(Scope.ADDRESS, Traffic.NOTIFICATION, 2_000, 60_000),
    ADDRESS_STREAM(Scope.ADDRESS, Traffic.STREAM, 200, 1_200),
    ADDRESS_FEED(Scope.ADDRESS, Traffic.FEED, 60, 600),
    USER_READ(Scope.USER, Traffic.READ, 120, 1_200),
    USER_WRITE(Scope.USER, Traffic.WRITE, 60, 300),
    USER_MONEY(Scope.USER, Traffic.MONEY, 30, 120),
    USER_OPERATOR(Scope.USER, Traffic.OPERATOR, 300, 3_000),
    USER_STREAM(Scope.USER, Traffic.STREAM, 20, 60),
    USER_FEED(Scope.USER, Traffic.FEED, 30, 120),
    /// A link may be opened by a whole community at once.
    KEY_WRITE(Scope.KEY, Traffic.WRITE, 1_000, 6_000),
    /// More prepay calls than this for one order are a client gone wrong.
    KEY_MONEY(Scope.KEY, Traffic.MONEY, 20, 60);

    /// Who is counted.
    public enum Scope {
        ADDRESS,
        USER,
        KEY
    }

    private final Scope scope;
    private final Traffic traffic;
    private final int burst;
    private final int perMinute;

    RateLimits(Scope scope, Traffic traffic, int burst, int perMinute) {
        this.scope = scope;
        this.traffic = traffic;
        this.burst = burst;
        this.perMinute = perMinute;
    }

    boolean counts(Traffic kind) {
        return traffic == kind;
    }

    Scope scope() {
        return scope;
    }

    public int burst() {
        return burst;
    }

    int perMinute() {
        return perMinute;
    }

    static Duration refillPeriod() {
        return Duration.ofMinutes(1);
    }
}
