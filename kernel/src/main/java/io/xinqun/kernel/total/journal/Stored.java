package io.xinqun.kernel.total.journal;

/// A value as folded, with the journal position that last set it.
public record Stored<T>(long position, T value) {}
