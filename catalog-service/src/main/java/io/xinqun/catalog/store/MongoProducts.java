package io.xinqun.catalog.store;

import static com.mongodb.client.model.ReturnDocument.AFTER;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.catalog.listing.ShopWindow;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Product.Revision;
import io.xinqun.catalog.model.product.ProductChange;
import io.xinqun.catalog.model.product.ProductEvent;
import io.xinqun.catalog.model.product.ProductState;
import io.xinqun.catalog.model.product.Products;
import io.xinqun.catalog.review.ReviewQueue;
import io.xinqun.kernel.outbox.Outbox;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.telemetry.Traces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Products in MongoDB, one document each, its events embedded.
///
/// State: every write is conditional on the version that was read, or on the id being new.
public final class MongoProducts implements Products, ShopWindow, ReviewQueue {

    public static final String COLLECTION = "products";

    /// As many conditional writes as the store works on at once; more only wait there.
    private static final int WRITES_IN_FLIGHT = 16;

    private static final int DUPLICATE_KEY = 11_000;
    private static final Document BY_ID = new Document(ProductDocument.ID, 1);

    private final MongoCollection<Document> products;
    private final Outbox outbox;
    private final BiFunction<Product, ProductChange, List<OutboxEntry>> entries;

    /// `entries` turns what was changed into what is told, with the product as it is written.
    public MongoProducts(
            MongoDatabase database,
            Outboxes outboxes,
            BiFunction<Product, ProductChange, List<OutboxEntry>> entries) {
        this.products = database.getCollection(COLLECTION);
        this.outbox = outboxes.of(COLLECTION);
        this.entries = entries;
    }

    @Override
    public Mono<Product> find(String id) {
        return Mono.from(products.find(new Document(ProductDocument.ID, id)).first())
                .map(ProductDocument::product);
    }

    @Override
    public Mono<Map<String, Product>> find(Collection<String> ids) {
        Document any = new Document(ProductDocument.ID, new Document("$in", List.copyOf(ids)));
        return Flux.from(products.find(any)).map(ProductDocument::product).collectMap(Product::id);
    }

    @Override
    public Mono<Set<String>> save(List<ProductChange> changes) {
        List<ProductChange> fresh = changes.stream().filter(ProductChange::isNew).toList();
        Flux<String> lostUpdates =
                Flux.fromIterable(changes)
                        .filter(change -> !change.isNew())
                        .flatMap(change -> Traces.within(() -> update(change)), WRITES_IN_FLIGHT);
        return Traces.within(
                () -> insert(fresh).concatWith(lostUpdates).collect(HashSet::new, Set::add));
    }

    @Override
    public Mono<Page<Product>> listed(@Nullable String after, int limit) {
        Document filter = new Document(ProductDocument.LISTED, true);
        if (after != null) {
            filter.append(ProductDocument.AGE, new Document("$lt", after));
        }
        return page(filter, new Document(ProductDocument.AGE, -1), limit);
    }

    @Override
    public Mono<Page<Product>> inState(ProductState state, @Nullable String after, int limit) {
        Document filter = new Document(ProductDocument.STATE, state.code());
        if (after != null) {
            filter.append(ProductDocument.AGE, new Document("$gt", after));
        }
        return page(filter, new Document(ProductDocument.AGE, 1), limit);
    }

    @Override
    public Mono<List<Product>> notYet(String supplier, boolean hidden, int limit) {
        Document filter =
                new Document(ProductDocument.SUPPLIER, supplier)
                        .append(ProductDocument.HIDDEN, !hidden);
        return Flux.from(products.find(filter).limit(limit))
                .map(ProductDocument::product)
                .collectList();
    }

    /// One more than asked for tells whether there is a next page.
    private Mono<Page<Product>> page(Document filter, Document sort, int limit) {
        return Flux.from(products.find(filter).sort(sort).limit(limit + 1))
                .map(ProductDocument::product)
                .collectList()
                .map(found -> page(found, limit));
    }

    private static Page<Product> page(List<Product> found, int limit) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<Product> shown = found.subList(0, limit);
        return new Page<>(shown, ProductDocument.age(shown.getLast()));
    }

    private Flux<String> insert(List<ProductChange> changes) {
        if (changes.isEmpty()) {
            return Flux.empty();
        }
        List<Document> documents = changes.stream().map(this::document).toList();
        return Mono.from(products.insertMany(documents, new InsertManyOptions().ordered(false)))
                .map(result -> Set.<Integer>of())
                .onErrorResume(MongoBulkWriteException.class, MongoProducts::lost)
                .flatMapIterable(lost -> {
                    List<String> ids = new ArrayList<>();
                    for (int place = 0; place < documents.size(); place++) {
                        if (lost.contains(place)) {
                            ids.add(changes.get(place).after().id());
                        } else {
                            outbox.written(documents.get(place));
                        }
                    }
                    return ids;
                });
    }

    /// The places of documents whose id was there before; any other failure is one.
    private static Mono<Set<Integer>> lost(MongoBulkWriteException failure) {
        Set<Integer> places = new HashSet<>();
        for (BulkWriteError error : failure.getWriteErrors()) {
            if (error.getCode() != DUPLICATE_KEY) {
                return Mono.error(failure);
            }
            places.add(error.getIndex());
        }
        boolean unsure = failure.getWriteConcernError() != null;
        return unsure ? Mono.error(failure) : Mono.just(places);
    }

    private Document document(ProductChange change) {
        Product written = written(change);
        return ProductDocument.of(written)
                .append(Outbox.FIELD, Outbox.documents(entries.apply(written, change)));
    }

    /// Empty when it was written, else the id.
    private Mono<String> update(ProductChange change) {
        Product written = written(change);
        Document filter =
                new Document(ProductDocument.ID, written.id())
                        .append(ProductDocument.VERSION, change.after().revision().version());
        Document fields = ProductDocument.of(written);
        fields.remove(ProductDocument.ID);
        List<Document> told = Outbox.documents(entries.apply(written, change));
        Document update =
                new Document("$set", fields)
                        .append("$push", new Document(Outbox.FIELD, new Document("$each", told)));
        FindOneAndUpdateOptions after =
                new FindOneAndUpdateOptions().sort(BY_ID).returnDocument(AFTER);
        return Mono.from(products.findOneAndUpdate(filter, update, after))
                .doOnNext(outbox::written)
                .map(document -> false)
                .defaultIfEmpty(true)
                .filter(lost -> lost)
                .map(lost -> written.id());
    }

    private static Product written(ProductChange change) {
        Product after = change.after();
        Revision before = after.revision();
        long offers =
                change.events().stream()
                        .filter(ProductEvent.OfferChanged.class::isInstance)
                        .count();
        return after.withRevision(
                new Revision(
                        before.version() + 1,
                        before.sequence() + offers,
                        before.createdAt(),
                        change.at()));
    }
}
