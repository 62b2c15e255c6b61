package io.xinqun.commission.publishing;

import io.xinqun.commission.accrual.EntryCommands;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.OutgoingEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ledger entries as they travel: `ledger.post.v1` to the owner of the slot, `ledger.posted.v1`
/// from it.
///
/// Shape: the command's id is the entry's id and its key the slot; the outcome's key is the wallet,
/// without one the order.
public final class LedgerContract implements EntryCommands {

    public static final String POST = "ledger.post.v1";
    public static final String POSTED = "ledger.posted.v1";
    private static final String SOURCE = "commission-service";

    private final LedgerTotals totals;

    public LedgerContract(LedgerTotals totals) {
        this.totals = totals;
    }

    @Override
    public OutboxEntry command(Entry entry, @Nullable String traceparent) {
        return new OutboxEntry(
                entry.id(),
                Topics.LEDGER_COMMANDS,
                Integer.toString(totals.slotOf(entry.slotKey())),
                POST,
                0,
                entry.cause().eventId(),
                null,
                traceparent,
                entry.at(),
                EventJson.write(LedgerPost.of(entry)));
    }

    /// Errors: [PoisonMessage] for what is no entry; another type or version is none, whatever its
    /// data looks like.
    public Command<Entry> decode(Event event) {
        if (!POST.equals(event.type())) {
            throw new PoisonMessage("unknown-command", event.type());
        }
        try {
            Entry entry = EventJson.read(event, LedgerPost.class).toEntry();
            return new Command<>(event.id(), entry.slotKey(), event.time(), entry);
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw new PoisonMessage("malformed-data", POST + ' ' + event.id(), malformed);
        }
    }

    /// An entry has one event, so its sequence is 1.
    public List<OutgoingEvent> posted(Decision decision) {
        LedgerPosted data = LedgerPosted.of(decision);
        String key = data.wallet() == null ? data.cause().orderId() : data.wallet();
        Event event =
                new Event(
                        decision.commandId() + ":1",
                        POSTED,
                        SOURCE,
                        decision.commandId(),
                        1,
                        data.cause().eventId(),
                        null,
                        null,
                        decision.at(),
                        EventJson.write(data));
        return List.of(new OutgoingEvent(Topics.LEDGER, key, event));
    }
}
