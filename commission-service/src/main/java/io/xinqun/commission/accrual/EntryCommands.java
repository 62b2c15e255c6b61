package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.Entry;
import io.xinqun.kernel.outbox.OutboxEntry;

/// Words an entry as the command that its slot's owner decides.
public interface EntryCommands {

    OutboxEntry command(Entry entry);
}
