package io.xinqun.catalog.stock.messaging;

import io.xinqun.catalog.stock.StockCommand;
import io.xinqun.catalog.stock.StockCommand.Confirm;
import io.xinqun.catalog.stock.StockCommand.Count;
import io.xinqun.catalog.stock.StockCommand.Release;
import io.xinqun.catalog.stock.StockCommand.Reserve;
import io.xinqun.catalog.stock.messaging.StockContracts.ConfirmContract;
import io.xinqun.catalog.stock.messaging.StockContracts.CountContract;
import io.xinqun.catalog.stock.messaging.StockContracts.ReleaseContract;
import io.xinqun.catalog.stock.messaging.StockContracts.ReserveContract;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.CommandDecoder;
import org.jspecify.annotations.Nullable;

/// Reads stock commands.
///
/// Errors: [PoisonMessage] for what can never be decided: another type, a missing member, a
/// quantity that is none.
public final class StockCommandDecoder implements CommandDecoder<StockCommand> {

    /// As in the contracts: no order takes more of one thing, no count has more digits.
    private static final long MAXIMUM_QUANTITY = 9_999;

    private static final long MAXIMUM_COUNT = 1_000_000_000;

    @Override
    public Command<StockCommand> decode(Event event) {
        StockCommand payload = payload(event);
        return new Command<>(event.id(), payload.unit(), event.time(), payload);
    }

    private static StockCommand payload(Event event) {
        return switch (event.type()) {
            case StockContracts.RESERVE -> reserve(EventJson.read(event, ReserveContract.class));
            case StockContracts.CONFIRM -> {
                ConfirmContract data = EventJson.read(event, ConfirmContract.class);
                yield new Confirm(text("orderId", data.orderId()), text("unit", data.unit()));
            }
            case StockContracts.RELEASE -> {
                ReleaseContract data = EventJson.read(event, ReleaseContract.class);
                yield new Release(
                        text("orderId", data.orderId()),
                        text("unit", data.unit()),
                        text("reason", data.reason()));
            }
            case StockContracts.COUNT -> count(EventJson.read(event, CountContract.class));
            default -> throw new PoisonMessage("unknown-command", event.type());
        };
    }

    private static Reserve reserve(ReserveContract data) {
        if (data.quantity() < 1 || data.quantity() > MAXIMUM_QUANTITY) {
            throw new PoisonMessage("quantity-out-of-range", Long.toString(data.quantity()));
        }
        return new Reserve(
                text("orderId", data.orderId()),
                text("unit", data.unit()),
                data.quantity(),
                required("expiresAt", data.expiresAt()));
    }

    private static Count count(CountContract data) {
        if (data.count() < 0 || data.count() > MAXIMUM_COUNT) {
            throw new PoisonMessage("count-out-of-range", Long.toString(data.count()));
        }
        return new Count(
                text("unit", data.unit()), data.count(), required("countedAt", data.countedAt()));
    }

    private static String text(String member, @Nullable String value) {
        String present = required(member, value);
        if (present.isBlank()) {
            throw new PoisonMessage("malformed-data", member + " is empty");
        }
        return present;
    }

    private static <T> T required(String member, @Nullable T value) {
        if (value == null) {
            throw new PoisonMessage("malformed-data", member + " is missing");
        }
        return value;
    }
}
