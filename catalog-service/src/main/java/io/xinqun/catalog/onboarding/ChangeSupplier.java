package io.xinqun.catalog.onboarding;

import io.xinqun.catalog.model.supplier.Supplier;
import io.xinqun.catalog.model.supplier.Suppliers;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/// Changes a supplier in one conditional write, decided again when somebody else was faster.
///
/// Errors: `not-found`; `conflict` after ten lost rounds, which only a machine can cause.
public final class ChangeSupplier {

    private static final int MAXIMUM_ROUNDS = 10;

    private final Suppliers suppliers;

    public ChangeSupplier(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    /// The supplier after the change; a change that returns its argument writes nothing.
    public Mono<Supplier> handle(String id, UnaryOperator<Supplier> change) {
        return round(id, change, 1);
    }

    private Mono<Supplier> round(String id, UnaryOperator<Supplier> change, int round) {
        if (round > MAXIMUM_ROUNDS) {
            return Mono.error(
                    new Problem(CommonProblem.CONFLICT, "Somebody else keeps changing it"));
        }
        return suppliers
                .find(id)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(CommonProblem.NOT_FOUND, "There is no such supplier")))
                .flatMap(before -> {
                    Supplier after = change.apply(before);
                    return after.equals(before)
                            ? Mono.just(before)
                            : suppliers
                                    .save(after)
                                    .flatMap(saved ->
                                            saved
                                                    ? Mono.just(after)
                                                    : round(id, change, round + 1));
                });
    }
}
