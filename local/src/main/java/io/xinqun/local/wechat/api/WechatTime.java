package io.xinqun.local.wechat.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Times as WeChat writes them: RFC 3339 in +08:00, whole seconds.
final class WechatTime {
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private WechatTime() {}

    static String text(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atOffset(OFFSET));
    }
}
