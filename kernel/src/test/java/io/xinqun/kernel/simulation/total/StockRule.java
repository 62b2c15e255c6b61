package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.DecisionRule;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.View;
import java.util.Map;
import java.util.Set;

/// Stock of a unit with reservations. A confirmed reservation also adds to the slot's total `sold`,
/// so that commands touch two totals.
public class StockRule implements DecisionRule<StockRule.Request> {

    public record Request(String verb, String order, long quantity) {}

    static String sold(String unit) {
        return "sold" + unit.substring(unit.indexOf('@'));
    }

    static String key(Command<Request> command) {
        return command.payload().order() + "|" + command.total();
    }

    @Override
    public Set<String> totalsOf(Command<Request> command) {
        return Set.of(command.total(), sold(command.total()));
    }

    @Override
    public Set<String> itemsOf(Command<Request> command) {
        return Set.of(key(command));
    }

    @Override
    public Decision decide(Command<Request> command, View view) {
        Item item = view.item(key(command));
        return switch (command.payload().verb()) {
            case "count" -> free(command, "counted", command.payload().quantity());
            case "reserve" -> reserve(command, view, item);
            case "release" -> release(command, item);
            default -> confirm(command, item);
        };
    }

    private Decision reserve(Command<Request> command, View view, Item item) {
        long quantity = command.payload().quantity();
        if (item != null) {
            // Seen before, or its release came first.
            return Decision.of(command, "refused");
        }
        boolean enough = view.total(command.total()).get("free") >= quantity;
        Item reservation =
                new Item(
                        key(command),
                        command.total(),
                        enough ? "held" : "refused",
                        Amounts.of("quantity", quantity),
                        enough ? command.at().plusSeconds(900) : null,
                        Map.of("order", command.payload().order()));
        return (enough ? free(command, "reserved", -quantity) : Decision.of(command, "sold-out"))
                .item(reservation);
    }

    private Decision release(Command<Request> command, Item item) {
        if (item == null) {
            return Decision.of(command, "released")
                    .item(
                            new Item(
                                    key(command),
                                    command.total(),
                                    "released",
                                    Amounts.of("quantity", 0),
                                    null,
                                    Map.of()));
        }
        return item.state().equals("held")
                ? free(command, "released", item.amounts().get("quantity"))
                        .item(item.withState("released").withDue(null))
                : Decision.of(command, "no-op");
    }

    private Decision confirm(Command<Request> command, Item item) {
        if (item == null || !item.state().equals("held")) {
            return Decision.of(command, "refused");
        }
        return Decision.of(command, "confirmed")
                .change(sold(command.total()), Amounts.of("pieces", item.amounts().get("quantity")))
                .item(item.withState("sold").withDue(null));
    }

    private static Decision free(Command<Request> command, String outcome, long change) {
        return Decision.of(command, outcome)
                .change(command.total(), Amounts.of("free", change))
                .fact("change", Long.toString(change));
    }
}
