package io.xinqun.catalog.stock;

import io.xinqun.catalog.stock.StockCommand.OfOrder;
import io.xinqun.catalog.stock.StockCommand.Reserve;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Item;
import java.util.Map;

/// The reservations of a stock unit, as items of the total.
///
/// Shape: key `<orderId>|<unit>`, one per order and unit. State: HELD → SOLD or RELEASED. REFUSED
/// and RELEASED are for good: a release that comes first leaves RELEASED, so that the reserve
/// behind it finds that it is no longer wanted.
public final class Reservation {

    public static final String HELD = "held";
    static final String SOLD = "sold";
    static final String RELEASED = "released";
    static final String REFUSED = "refused";

    private static final String QUANTITY = "quantity";
    private static final String ORDER = "orderId";

    private Reservation() {}

    static String key(OfOrder command) {
        return command.orderId() + "|" + command.unit();
    }

    static Item held(Reserve reserve) {
        return item(reserve, HELD, reserve.quantity()).withDue(reserve.expiresAt());
    }

    static Item refused(Reserve reserve) {
        return item(reserve, REFUSED, 0);
    }

    static Item released(OfOrder command) {
        return item(command, RELEASED, 0);
    }

    static long quantity(Item item) {
        return item.amounts().get(QUANTITY);
    }

    public static String orderId(Item item) {
        return item.attributes().getOrDefault(ORDER, "");
    }

    private static Item item(OfOrder command, String state, long quantity) {
        return new Item(
                key(command),
                command.unit(),
                state,
                Amounts.of(QUANTITY, quantity),
                null,
                Map.of(ORDER, command.orderId()));
    }
}
