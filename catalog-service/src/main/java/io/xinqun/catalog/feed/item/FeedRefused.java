package io.xinqun.catalog.feed.item;

import org.jspecify.annotations.Nullable;

/// An item of a feed cannot be taken. Thrown while an item is read and checked; it says what is
/// wrong and never repeats the content.
public final class FeedRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FeedCode code;
    private final @Nullable String field;
    private @Nullable String supplierSku;

    public FeedRefused(FeedCode code, @Nullable String field, String message) {
        // Refusals are answers, not failures: a feed of a million bad lines must stay cheap.
        super(message, null, false, false);
        this.code = code;
        this.field = field;
    }

    /// The same refusal, with the SKU that it is about, as far as it was readable.
    public FeedRefused of(@Nullable String sku) {
        supplierSku = sku;
        return this;
    }

    public FeedRefusal refusal() {
        return new FeedRefusal(code, field, String.valueOf(getMessage()));
    }

    public @Nullable String supplierSku() {
        return supplierSku;
    }
}
