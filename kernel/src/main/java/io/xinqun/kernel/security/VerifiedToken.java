package io.xinqun.kernel.security;

import java.time.Instant;

/// A token whose signature, type, issuer and time were checked.
public record VerifiedToken(String subject, Claims claims, Instant expiresAt) {}
