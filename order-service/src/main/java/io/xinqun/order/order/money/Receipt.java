package io.xinqun.order.order.money;

import io.xinqun.kernel.money.Fen;
import java.time.Instant;

/// Money that came in for an order.
///
/// Shape: `number` is ours (out_trade_no), `transactionId` the provider's; the latter tells one
/// payment from another, so a repeated notification is known by it. Units: fen.
public record Receipt(
        String provider, String number, String transactionId, Fen amount, Instant paidAt) {}
