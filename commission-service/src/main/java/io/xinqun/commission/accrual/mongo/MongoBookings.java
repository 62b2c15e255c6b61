package io.xinqun.commission.accrual.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.accrual.Booking;
import io.xinqun.commission.accrual.Bookings;
import io.xinqun.commission.accrual.EntryCommands;
import io.xinqun.kernel.outbox.Outbox;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import reactor.core.publisher.Mono;

/// Bookings in MongoDB: one insert, or one conditional update, carries state and commands.
public final class MongoBookings implements Bookings {

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final Outbox outbox;
    private final EntryCommands commands;

    public MongoBookings(MongoDatabase database, Outbox outbox, EntryCommands commands) {
        this.collection = database.getCollection(BookingDocument.COLLECTION);
        this.outbox = outbox;
        this.commands = commands;
    }

    @Override
    public Mono<Void> add(Booking booking) {
        Document document = BookingDocument.of(booking, commands);
        return Mono.from(collection.insertOne(document))
                .doOnNext(inserted -> outbox.written(document))
                .then()
                .onErrorResume(MongoBookings::isThere, repeat -> Mono.empty());
    }

    @Override
    public Mono<Void> addAll(List<Booking> bookings) {
        List<Document> documents =
                bookings.stream().map(booking -> BookingDocument.of(booking, commands)).toList();
        return Mono.from(collection.insertMany(documents, UNORDERED))
                .doOnNext(inserted -> documents.forEach(outbox::written))
                .then()
                .onErrorResume(
                        MongoBulkWriteException.class, error -> someWereThere(documents, error));
    }

    /// What was there is published by whoever inserted it, or by the sweeper.
    private Mono<Void> someWereThere(List<Document> documents, MongoBulkWriteException error) {
        Set<Integer> there = new HashSet<>();
        for (BulkWriteError failed : error.getWriteErrors()) {
            if (failed.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                return Mono.error(error);
            }
            there.add(failed.getIndex());
        }
        if (error.getWriteConcernError() != null) {
            return Mono.error(error);
        }
        for (int index = 0; index < documents.size(); index++) {
            if (!there.contains(index)) {
                outbox.written(documents.get(index));
            }
        }
        return Mono.empty();
    }

    @Override
    public Mono<Void> complete(Booking last) {
        Document open = new Document("_id", last.id()).append(BookingDocument.COMPLETE, false);
        Document change =
                new Document("$set", new Document(BookingDocument.COMPLETE, true))
                        .append(
                                "$push",
                                new Document(
                                                BookingDocument.ENTRIES,
                                                each(BookingDocument.entries(last.entries())))
                                        .append(
                                                Outbox.FIELD,
                                                each(BookingDocument.outbox(last, commands))));
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions()
                        .sort(new Document("_id", 1))
                        .returnDocument(ReturnDocument.AFTER);
        return Mono.from(collection.findOneAndUpdate(open, change, options))
                .doOnNext(outbox::written)
                .then();
    }

    private static Document each(List<Document> documents) {
        return new Document("$each", documents);
    }

    private static boolean isThere(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
