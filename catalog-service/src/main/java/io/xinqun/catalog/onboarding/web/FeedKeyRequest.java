package io.xinqun.catalog.onboarding.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// A public key to sign the feed with, under the supplier's own name for it.
public record FeedKeyRequest(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}") String keyId,
        @NotNull @Size(min = 1, max = 200) String publicKey) {}
