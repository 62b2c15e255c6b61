package io.xinqun.commission.accrual.mongo;

import io.xinqun.commission.accrual.Booking;
import io.xinqun.commission.accrual.EntryCommands;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.sold.SoldOrder;
import io.xinqun.kernel.outbox.Outbox;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/// A booking in the collection `bookings`.
///
/// Shape: `entries` lists id, slot key and deposit change of each entry; the entries themselves are
/// in the ledger. `open` is the time since when it waits to be closed, absent afterwards.
public final class BookingDocument {

    public static final String COLLECTION = "bookings";
    public static final String ENTRIES = "entries";
    public static final String COMPLETE = "complete";
    public static final String AT = "at";
    public static final String OPEN = "open";
    public static final String CLOSED = "closed";
    public static final String DEPOSIT = "depositFen";

    private BookingDocument() {}

    static Document of(Booking booking, EntryCommands commands) {
        SoldOrder sold = booking.sold();
        return new Document("_id", booking.id())
                .append(SoldDocument.FIELD, sold == null ? null : SoldDocument.of(sold))
                .append(AT, Date.from(booking.at()))
                .append(ENTRIES, entries(booking.entries()))
                .append(COMPLETE, booking.complete())
                .append(OPEN, Date.from(booking.at()))
                .append(Outbox.FIELD, outbox(booking, commands));
    }

    static List<Document> entries(List<Entry> entries) {
        return entries.stream()
                .map(entry ->
                        new Document("id", entry.id())
                                .append("slotKey", entry.slotKey())
                                .append(DEPOSIT, entry.depositChange().amount()))
                .toList();
    }

    static List<Document> outbox(Booking booking, EntryCommands commands) {
        return Outbox.documents(
                booking.entries().stream()
                        .map(entry -> commands.command(entry, booking.traceparent()))
                        .toList());
    }
}
