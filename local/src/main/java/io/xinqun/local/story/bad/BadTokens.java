package io.xinqun.local.story.bad;

import io.xinqun.local.keys.AccessTokens;
import io.xinqun.local.keys.LocalKeys;
import io.xinqun.local.launcher.Fleet;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Access tokens that prove nothing, by what is wrong with them.
final class BadTokens {
    private static final Duration HOUR = Duration.ofHours(1);

    private BadTokens() {}

    static Map<String, String> of(Fleet fleet) {
        String right = fleet.token("operator", "somebody");
        String[] parts = right.split("\\.", -1);
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token", "");
        tokens.put("not a token", "abc.def.ghi");
        tokens.put("half a token", right.substring(0, right.length() / 2));
        tokens.put("expired", signed(fleet, "at+jwt", HOUR.negated()));
        tokens.put("another type", signed(fleet, "attribution+jwt", HOUR));
        tokens.put("somebody else's key", foreign(fleet));
        tokens.put("a changed signature", right + "AA");
        tokens.put("changed claims", parts[0] + "." + parts[1] + "x." + parts[2]);
        tokens.put("no signature", "eyJhbGciOiJub25lIn0." + parts[1] + ".");
        return tokens;
    }

    private static String signed(Fleet fleet, String type, Duration life) {
        Map<String, ?> claims = Map.of("roles", List.of("operator"), "sid", "s");
        return fleet.tokens().token(type, "somebody", claims, life);
    }

    /// Right in everything but the key that signed it.
    private static String foreign(Fleet fleet) {
        LocalKeys others = LocalKeys.in(fleet.directory().resolve("somebody-elses-keys"));
        return new AccessTokens(others, Clock.systemUTC())
                .access("x", List.of("operator"), Map.of(), HOUR);
    }
}
