package io.xinqun.catalog.publishing;

import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.ProductChange;
import io.xinqun.catalog.model.product.ProductEvent;
import io.xinqun.catalog.model.product.ProductEvent.Cause;
import io.xinqun.catalog.model.product.ProductEvent.OfferChanged;
import io.xinqun.catalog.model.product.ProductEvent.StockCounted;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.telemetry.Traces;
import io.xinqun.kernel.total.Slots;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What a written change of a product tells others, ready for the outbox of its document.
public final class ProductOutbox implements BiFunction<Product, ProductChange, List<OutboxEntry>> {

    /// A supplier's count as a command to the owner of the unit.
    record CountContract(String unit, long count, Instant countedAt, long version) {

        static final String TYPE = "stock.count.v1";
    }

    private final Slots slots;

    public ProductOutbox(Slots slots) {
        this.slots = slots;
    }

    @Override
    public List<OutboxEntry> apply(Product written, ProductChange change) {
        return change.events().stream().map(event -> entry(written, change, event)).toList();
    }

    private OutboxEntry entry(Product written, ProductChange change, ProductEvent event) {
        return switch (event) {
            case OfferChanged ignored -> offer(written, change);
            case StockCounted counted -> count(counted, change);
        };
    }

    private static OutboxEntry offer(Product written, ProductChange change) {
        long sequence = written.revision().sequence();
        return new OutboxEntry(
                written.id() + ":" + sequence,
                Topics.OFFER,
                written.id(),
                OfferContract.TYPE,
                sequence,
                change.cause().id(),
                actor(change.cause()),
                Traces.current(),
                change.at(),
                EventJson.write(OfferContract.of(written)));
    }

    /// The same count of the same moment is the same command, however often it is fed.
    private OutboxEntry count(StockCounted counted, ProductChange change) {
        String unit = Sku.stockUnitOf(counted.skuId());
        Instant countedAt = counted.count().countedAt();
        return new OutboxEntry(
                countedAt.toEpochMilli() + ":count:" + unit,
                Topics.STOCK_COMMAND,
                slots.topicKey(unit),
                CountContract.TYPE,
                0,
                change.cause().id(),
                actor(change.cause()),
                Traces.current(),
                change.at(),
                EventJson.write(
                        new CountContract(
                                unit, counted.count().count(), countedAt, counted.feedVersion())));
    }

    private static @Nullable Actor actor(Cause cause) {
        String account = cause.account();
        String role = cause.role();
        return account == null || role == null ? null : new Actor(account, role);
    }
}
