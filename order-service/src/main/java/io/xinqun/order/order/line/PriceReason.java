package io.xinqun.order.order.line;

import java.util.Arrays;

/// Why a price is what it is, or why a link does not count. A link that does not count is never an
/// error: it means the direct price and no earnings.
public enum PriceReason {
    CURATOR_LINK("curator-link"),
    NO_LINK("no-link"),
    /// Not one of ours, changed, or incomplete.
    LINK_INVALID("link-invalid"),
    LINK_EXPIRED("link-expired"),
    /// Made for somebody else.
    LINK_FOREIGN("link-foreign"),
    /// The buyer's own.
    OWN_LINK("own-link"),
    SHARER_NOT_ACTIVE("sharer-not-active"),
    /// The newest binding of the buyer was taken back or is over.
    BINDING_OVER("binding-over"),
    /// The link counts, but this SKU has no price of its own for it.
    NO_CURATOR_PRICE("no-curator-price");

    private final String code;

    PriceReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static PriceReason of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such reason: " + code));
    }
}
