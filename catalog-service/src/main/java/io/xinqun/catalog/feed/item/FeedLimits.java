package io.xinqun.catalog.feed.item;

import java.time.Duration;

/// How much of everything an item may have. Lengths are in characters as people count them.
public final class FeedLimits {

    public static final int CODE = 64;

    /// Two lines on a phone.
    public static final int NAME = 120;

    public static final int BRIEF = 500;
    public static final int CATEGORIES = 4;
    public static final int CATEGORY = 40;
    public static final int BRAND = 60;
    public static final int UNIT = 16;
    public static final int SPECIFICATION = 200;
    public static final int ATTRIBUTES = 60;
    public static final int ATTRIBUTE_NAME = 40;

    /// Notes on care and use come as one attribute with line breaks.
    public static final int ATTRIBUTE_VALUE = 2_000;

    public static final int PICTURES = 20;
    public static final int PICTURE = 500;
    public static final int ORIGIN = 100;
    public static final int STORAGE = 200;
    public static final int AFTER_SALE_DAYS = 365;
    public static final int MAX_PER_ORDER = 9_999;
    public static final int DEFAULT_MAX_PER_ORDER = 99;

    /// Ten million yuan: no piece of goods here costs that, a slipped comma does.
    public static final long PRICE_FEN = 1_000_000_000L;

    public static final long COUNT = 1_000_000_000L;

    /// The largest whole number that every JSON reader keeps exactly.
    public static final long VERSION = (1L << 53) - 1;

    /// Clocks of suppliers differ from ours by no more, or they are wrong.
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private FeedLimits() {}
}
