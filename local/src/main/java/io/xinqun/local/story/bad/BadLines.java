package io.xinqun.local.story.bad;

import io.xinqun.local.story.cast.FeedItem;
import java.util.List;

/// Lines that no feed may have.
public final class BadLines {
    private static final int LONG = 300_000;

    private BadLines() {}

    public static List<String> all() {
        return List.of(
                "not json",
                "[]",
                "{",
                "{\"supplierSku\":\"A\"}",
                item().replace("\"version\":1", "\"version\":\"one\""),
                item().replace("\"version\":1", "\"version\":-1"),
                item().replace("2400", "24.00"),
                item().replace("2400", "\"24.00\""),
                item().replace("2400", "-2400"),
                item().replace("2400", "9223372036854775808"),
                item().replace("2400", "1e3"),
                item().replace("2400", "100"),
                item().replace("\"version\":1", "\"version\":1,\"colour\":\"red\""),
                item().replace("手工橄榄皂", "x".repeat(LONG)),
                item().replace("手工橄榄皂", "\\u202e皂"),
                item().replace("\"个护\"", "7"));
    }

    private static String item() {
        return FeedItem.of("BAD", "手工橄榄皂", "个护").priced(900, 2_400).line();
    }
}
