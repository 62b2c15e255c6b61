package io.xinqun.kernel.total;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Spreads totals over a number of slots that is fixed when a deployment is born.
///
/// Shape: a total named `<name>@<slot>` belongs to that slot; every other one is spread by the
/// CRC-32 of its name, which is the same in every language.
public record Slots(int count) {

    /// More than the instances that will ever share the work, few enough to be listed in one query.
    public static final Slots DEFAULT = new Slots(64);

    private static final int MAXIMUM = 1_000;
    private static final char PIN = '@';
    private static final String DIGITS = "[0-9]{1,3}";

    public Slots {
        if (count < 1 || count > MAXIMUM) {
            throw new IllegalArgumentException("slots are 1 to 1000: " + count);
        }
    }

    public int slotOf(String total) {
        int at = total.lastIndexOf(PIN);
        if (at > 0 && total.substring(at + 1).matches(DIGITS)) {
            return checked(Integer.parseInt(total.substring(at + 1)));
        }
        CRC32 sum = new CRC32();
        sum.update(total.getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() % count);
    }

    /// The name of a total that every slot has for itself, such as `deposit@17`.
    public String pinned(String name, int slot) {
        return name + PIN + checked(slot);
    }

    /// The key of commands for this total: records of one slot stay in one partition, in order.
    public String topicKey(String total) {
        return Integer.toString(slotOf(total));
    }

    private int checked(int slot) {
        if (slot < 0 || slot >= count) {
            throw new IllegalArgumentException("no such slot: " + slot);
        }
        return slot;
    }
}
