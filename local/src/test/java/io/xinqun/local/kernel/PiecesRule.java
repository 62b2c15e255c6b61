package io.xinqun.local.kernel;

import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.DecisionRule;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.View;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// A stock of pieces: `count` sets it, `take` takes some, `give` gives back what an order took.
final class PiecesRule implements DecisionRule<PiecesRule.Request> {

    record Request(String verb, String order, long pieces) {}

    @Override
    public Set<String> totalsOf(Command<Request> command) {
        return Set.of(command.total());
    }

    @Override
    public Set<String> itemsOf(Command<Request> command) {
        return Set.of(key(command));
    }

    @Override
    public Decision decide(Command<Request> command, View view) {
        Request request = command.payload();
        Item item = view.item(key(command));
        return switch (request.verb()) {
            case "count" -> change(command, "counted", request.pieces());
            case "take" -> take(command, view);
            default ->
                    item == null || !item.state().equals("taken")
                            ? Decision.of(command, "no-op")
                            : change(command, "given", item.amounts().get("pieces"))
                                    .item(item.withState("given").withDue(null));
        };
    }

    private Decision take(Command<Request> command, View view) {
        long pieces = command.payload().pieces();
        if (view.item(key(command)) != null) {
            return Decision.of(command, "refused");
        }
        if (view.total(command.total()).get("free") < pieces) {
            return Decision.of(command, "sold-out");
        }
        return change(command, "taken", -pieces)
                .item(
                        new Item(
                                key(command),
                                command.total(),
                                "taken",
                                Amounts.of("pieces", pieces),
                                command.at().plus(Duration.ofMinutes(20)),
                                Map.of("order", command.payload().order())));
    }

    private static Decision change(Command<Request> command, String outcome, long free) {
        return Decision.of(command, outcome)
                .change(command.total(), Amounts.of("free", free))
                .fact("order", command.payload().order());
    }

    private static String key(Command<Request> command) {
        return command.payload().order() + "|" + command.total();
    }
}
