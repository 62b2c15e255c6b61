package io.xinqun.kernel.total;

import java.util.List;
import java.util.function.Function;

/// A set of totals that this program owns. Declared as a bean, its owner, its folder and the
/// consumer of its commands run while the application runs.
///
/// Shape: `name` is the prefix of its collections and its consumer group; `topic` carries the
/// commands, keyed by slot; `outcomes` turns a decision into the events to publish, the same ones
/// each time it is asked. Collections: `<name>.journal`, `.totals`, `.items`, `.decisions`,
/// `.checkpoints`, `.birth`.
public record TotalsDefinition<P>(
        String name,
        String topic,
        DecisionRule<P> rule,
        CommandDecoder<P> decoder,
        Function<Decision, List<OutgoingEvent>> outcomes) {}
