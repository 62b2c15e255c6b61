package io.xinqun.order.payment;

import io.xinqun.kernel.money.Fen;
import java.time.Instant;

/// A payment to announce to the provider.
///
/// Shape: number 6..32 of `[0-9A-Za-z_*-]`; description 1..127 characters; attach at most 127.
/// Units: fen, above zero.
public record PrepayOrder(
        String number,
        Fen amount,
        String description,
        String openId,
        Instant expiresAt,
        String attach) {}
