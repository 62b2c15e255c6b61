package io.xinqun.kernel.page;

/// How many items a caller wants at most: query parameter `limit`, 1 to 100, 20 when it says
/// nothing. A controller argument.
public record PageSize(int value) {

    /// A page of 100 items of 2 KB is what a phone on a slow network still loads in a second.
    public static final int MAXIMUM = 100;

    public static final int DEFAULT = 20;

    public PageSize {
        if (value < 1 || value > MAXIMUM) {
            throw new IllegalArgumentException("a page has 1 to 100 items: " + value);
        }
    }
}
