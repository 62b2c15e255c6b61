package io.xinqun.order.order.money;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The buyer was sent to pay. From then on the order is asked after at the provider, because the
/// provider does not promise that its notification arrives.
///
/// State: `nextQueryAt` is durable; the pauses grow, and it ends a day after the attempt began,
/// when the provider, too, stops repeating its notification.
public record PaymentAttempt(
        String orderId,
        int round,
        String channel,
        String payer,
        Instant startedAt,
        int queries,
        @Nullable Instant nextQueryAt) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(25);
    private static final int LONGEST_SHIFT = 7;

    /// The mark between the order's id and the round of the attempt.
    private static final String MARK = "-p";

    public static PaymentAttempt first(String orderId, String channel, String payer, Instant now) {
        return new PaymentAttempt(orderId, 1, channel, payer, now, 0, now.plus(FIRST_PAUSE));
    }

    /// Our number of the payment (out_trade_no): 26 + 3 characters of the 32 that are allowed.
    public String number() {
        return orderId + MARK + round;
    }

    /// The order that a number belongs to; the number itself when it is none of ours.
    public static String orderOf(String number) {
        int mark = number.lastIndexOf(MARK);
        return mark < 0 ? number : number.substring(0, mark);
    }

    public boolean isAskedAfterAt(Instant now) {
        return now.isBefore(startedAt.plus(GIVEN_UP_AFTER));
    }

    /// Nothing is left to ask. The attempt stays, so that a repeated notification finds it.
    public PaymentAttempt settled() {
        return new PaymentAttempt(orderId, round, channel, payer, startedAt, queries, null);
    }

    /// Whether a number is one of this order's attempts.
    public boolean knows(String candidate) {
        for (int each = 1; each <= round; each++) {
            if (candidate.equals(orderId + MARK + each)) {
                return true;
            }
        }
        return false;
    }

    public PaymentAttempt queriedAt(Instant now) {
        int shift = Math.min(queries, LONGEST_SHIFT);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << shift);
        Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return new PaymentAttempt(orderId, round, channel, payer, startedAt, queries + 1, next);
    }

    /// The buyer was sent to pay once more: the same number, asked after from now on.
    public PaymentAttempt repeatedAt(Instant now) {
        return new PaymentAttempt(
                orderId, round, channel, payer, startedAt, 0, now.plus(FIRST_PAUSE));
    }

    /// The provider closed the last number unpaid; the next try needs another one.
    public PaymentAttempt again(String newPayer, Instant now) {
        return new PaymentAttempt(
                orderId, round + 1, channel, newPayer, now, 0, now.plus(FIRST_PAUSE));
    }
}
