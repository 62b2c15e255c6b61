package io.xinqun.kernel.total;

import java.util.Set;

/// The decision itself. Pure: no clock, no I/O, no memory of its own; what it may look at is in the
/// command and the view, so the same command on the same view is decided the same everywhere.
///
/// Shape: every total of a command is in the slot of [Command#total]; a decision touches only what
/// [#totalsOf] and [#itemsOf] named. Errors: a rule refuses by an outcome, not by an exception. An
/// `ArithmeticException` becomes [Decision#UNPROCESSABLE]; anything else is a defect and stops the
/// slot until it is mended.
public interface DecisionRule<P> {

    Set<String> totalsOf(Command<P> command);

    Set<String> itemsOf(Command<P> command);

    Decision decide(Command<P> command, View view);

    /// What to say of a command that is not decided by the rule ([Decision#EXPIRED],
    /// [Decision#UNPROCESSABLE]); override it to add the facts that the outcome needs.
    default Decision refuse(Command<P> command, String outcome) {
        return Decision.of(command, outcome);
    }
}
