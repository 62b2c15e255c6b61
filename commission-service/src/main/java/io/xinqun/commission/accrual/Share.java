package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.RuleReference;
import io.xinqun.kernel.money.Fen;
import org.jspecify.annotations.Nullable;

/// What one party gets of one line, as frozen on the order.
public record Share(ShareRole role, String account, Fen amount, @Nullable RuleReference rule) {}
