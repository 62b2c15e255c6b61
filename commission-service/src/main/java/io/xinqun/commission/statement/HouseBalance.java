package io.xinqun.commission.statement;

import io.xinqun.commission.ledger.HouseAccount;
import io.xinqun.kernel.money.Fen;

/// What one slot has of a house account; debits positive.
public record HouseBalance(HouseAccount account, int slot, Fen balance, long position) {}
