package io.xinqun.catalog.listing;

import org.jspecify.annotations.Nullable;

/// Who looks: perhaps signed in, perhaps with the token of a curator's link.
public record Buyer(@Nullable String account, @Nullable String attributionToken) {}
