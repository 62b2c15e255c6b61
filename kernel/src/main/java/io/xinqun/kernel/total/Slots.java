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
    private static final int DECIMAL = 10;
    private static final int MAXIMUM_DIGITS = 3;

    public Slots {
        if (count < 1 || count > MAXIMUM) {
            throw new IllegalArgumentException("slots are 1 to 1000: " + count);
        }
    }

    public int slotOf(String total) {
        int at = total.lastIndexOf(PIN);
        if (at > 0 && isNumber(total, at + 1)) {
            return checked(Integer.parseInt(total, at + 1, total.length(), DECIMAL));
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

    private static boolean isNumber(String text, int from) {
        int digits = text.length() - from;
        if (digits < 1 || digits > MAXIMUM_DIGITS) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private int checked(int slot) {
        if (slot < 0 || slot >= count) {
            throw new IllegalArgumentException("no such slot: " + slot);
        }
        return slot;
    }
}
