package io.xinqun.catalog.model.product;

import java.util.Optional;

/// Every legal move of a product's state. A move that leads where the product already is changes
/// nothing; what is not here is refused.
public enum ProductTransition {
    APPROVE_DRAFT(ProductState.DRAFT, Command.APPROVE, ProductState.ON_SALE),
    APPROVE_AGAIN(ProductState.ON_SALE, Command.APPROVE, ProductState.ON_SALE),
    RETURN_TO_SALE(ProductState.OFF_SALE, Command.APPROVE, ProductState.ON_SALE),
    WITHDRAW(ProductState.ON_SALE, Command.WITHDRAW, ProductState.OFF_SALE),
    WITHDRAW_AGAIN(ProductState.OFF_SALE, Command.WITHDRAW, ProductState.OFF_SALE);

    /// What an operator may ask for.
    public enum Command {
        APPROVE,
        WITHDRAW
    }

    private final ProductState from;
    private final Command command;
    private final ProductState to;

    ProductTransition(ProductState from, Command command, ProductState to) {
        this.from = from;
        this.command = command;
        this.to = to;
    }

    /// Where the command leads from this state; empty where it is not allowed.
    public static Optional<ProductState> of(ProductState from, Command command) {
        for (ProductTransition transition : values()) {
            if (transition.from == from && transition.command == command) {
                return Optional.of(transition.to);
            }
        }
        return Optional.empty();
    }
}
