package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.Entry;
import io.xinqun.kernel.outbox.OutboxEntry;
import org.jspecify.annotations.Nullable;

/// Words an entry as the command that its slot's owner decides.
public interface EntryCommands {

    /// Shape: `traceparent` is that of the entry's cause.
    OutboxEntry command(Entry entry, @Nullable String traceparent);
}
