package io.xinqun.kernel.total.journal;

/// Something that belongs to a slot: a total, an item, a command id.
public record SlotKey(int slot, String key) {}
