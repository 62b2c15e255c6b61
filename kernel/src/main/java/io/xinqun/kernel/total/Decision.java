package io.xinqun.kernel.total;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the owner of a total decided about one command, for good. Whoever asks again with the same
/// command id gets this decision again.
///
/// Shape: `changes` at most one per total; `items` are new states, at most one per key; `at` is the
/// time of the command's record; `facts` are what the published outcome needs to say; `traceparent`
/// is that of the command which was decided, so that a repeat is told in the trace of the first.
public record Decision(
        String commandId,
        String outcome,
        List<TotalChange> changes,
        List<Item> items,
        Instant at,
        Map<String, String> facts,
        @Nullable String traceparent) {

    /// The outcome of a command that is older than the owner remembers.
    public static final String EXPIRED = "expired-command";

    /// The outcome of a command whose amounts no total can hold (an arithmetic overflow).
    public static final String UNPROCESSABLE = "unprocessable-command";

    public Decision {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        changes = List.copyOf(changes);
        items = List.copyOf(items);
        facts = Map.copyOf(facts);
    }

    public Decision(
            String commandId,
            String outcome,
            List<TotalChange> changes,
            List<Item> items,
            Instant at,
            Map<String, String> facts) {
        this(commandId, outcome, changes, items, at, facts, null);
    }

    /// A decision that changes nothing, to which changes, items and facts can be added.
    public static Decision of(Command<?> command, String outcome) {
        return new Decision(command.id(), outcome, List.of(), List.of(), command.at(), Map.of());
    }

    public Decision change(String total, Amounts delta) {
        List<TotalChange> more = new ArrayList<>(changes);
        more.add(new TotalChange(total, delta));
        return new Decision(commandId, outcome, more, items, at, facts, traceparent);
    }

    public Decision item(Item item) {
        List<Item> more = new ArrayList<>(items);
        more.add(item);
        return new Decision(commandId, outcome, changes, more, at, facts, traceparent);
    }

    public Decision fact(String name, String value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return new Decision(commandId, outcome, changes, items, at, more, traceparent);
    }

    /// The same decision in this trace.
    public Decision within(@Nullable String trace) {
        return new Decision(commandId, outcome, changes, items, at, facts, trace);
    }
}
