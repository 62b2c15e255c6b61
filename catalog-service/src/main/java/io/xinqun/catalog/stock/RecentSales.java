package io.xinqun.catalog.stock;

import io.xinqun.kernel.total.Amounts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// How many pieces of a unit were sold since a moment of the last days, kept inside the unit's own
/// amounts: a count that arrives late has to be corrected by exactly these.
///
/// Shape: five rings of sixteen buckets, each bucket of a ring four times as long as in the ring
/// before: 1, 4, 16, 64 and 256 minutes. At most 80 small numbers per unit, however much it sells,
/// and a few for a unit that sells now and then; they reach back 64 hours.
///
/// Units: pieces. The bucket in which the moment lies counts in full, so the answer is never too
/// low. It is exact to the minute for a quarter of an hour; before that the bucket is not longer
/// than 4/15 of the age, and a few minutes.
///
/// State: `lastSale` is the newest minute with a sale; a ring covers the sixteen buckets up to it.
final class RecentSales {

    static final String LAST_SALE = "lastSale";

    private static final int BUCKETS = 16;
    private static final int RINGS = 5;
    private static final long MILLIS_PER_MINUTE = 60_000;

    private RecentSales() {}

    /// What a sale adds to the amounts: its own buckets, less what they held of earlier rounds.
    static Amounts sale(Amounts before, long quantity, Instant soldAt) {
        Map<String, Long> delta = new HashMap<>();
        long minute = minute(soldAt);
        long last = before.get(LAST_SALE);
        long newest = Math.max(minute, last);
        delta.put(LAST_SALE, newest - last);
        for (int ring = 0; ring < RINGS; ring++) {
            long width = width(ring);
            long newestBucket = newest / width;
            clear(delta, before, ring, newestBucket);
            if (minute / width > newestBucket - BUCKETS) {
                delta.merge(name(ring, minute / width), quantity, Long::sum);
            }
        }
        return new Amounts(delta);
    }

    /// Pieces sold since the moment; empty if it is longer ago than anything on record.
    static OptionalLong since(Amounts amounts, Instant moment) {
        long last = amounts.get(LAST_SALE);
        for (int ring = 0; ring < RINGS; ring++) {
            long width = width(ring);
            long newest = last / width;
            long first = minute(moment) / width;
            if (first > newest - BUCKETS) {
                return OptionalLong.of(sum(amounts, ring, first, newest));
            }
        }
        return last == 0 ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private static long sum(Amounts amounts, int ring, long first, long last) {
        long sum = 0;
        for (long bucket = first; bucket <= last; bucket++) {
            sum = Math.addExact(sum, amounts.get(name(ring, bucket)));
        }
        return sum;
    }

    /// Empties the buckets that the ring passes on its way from its old end to the new one.
    private static void clear(
            Map<String, Long> delta, Amounts before, int ring, long newestBucket) {
        long oldBucket = before.get(LAST_SALE) / width(ring);
        long from = Math.max(oldBucket + 1, newestBucket - BUCKETS + 1);
        for (long bucket = from; bucket <= newestBucket; bucket++) {
            long stale = before.get(name(ring, bucket));
            if (stale != 0) {
                delta.put(name(ring, bucket), -stale);
            }
        }
    }

    private static String name(int ring, long bucket) {
        return "sales" + ring + "-" + bucket % BUCKETS;
    }

    private static long width(int ring) {
        return 1L << (2 * ring);
    }

    private static long minute(Instant moment) {
        return moment.toEpochMilli() / MILLIS_PER_MINUTE;
    }
}
