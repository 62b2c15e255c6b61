package io.xinqun.commission.plan;

import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.outbox.OutboxEntry;

/// Words a plan's change for those who freeze splits by it.
public interface PlanEvents {

    OutboxEntry changed(Plan plan, long sequence, Actor actor);
}
