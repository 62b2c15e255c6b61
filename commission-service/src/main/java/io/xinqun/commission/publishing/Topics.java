package io.xinqun.commission.publishing;

/// The topics of this service and the one it listens to, without the deployment's prefix.
public final class Topics {

    public static final String ORDER_EVENTS = "order.events.v1";
    public static final String PLANS = "commission.plan.v1";
    public static final String LEDGER_COMMANDS = "commission.ledger-command.v1";
    public static final String LEDGER = "commission.ledger.v1";

    private Topics() {}
}
