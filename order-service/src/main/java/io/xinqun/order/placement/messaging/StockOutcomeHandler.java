package io.xinqun.order.placement.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.consumer.BatchEventHandler;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.order.order.Orders.Answer;
import io.xinqun.order.placement.SoldOutGate;
import io.xinqun.order.placement.StockAnswer;
import io.xinqun.order.placement.TakeAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what the owners of stock decided, a batch at a time.
public final class StockOutcomeHandler implements BatchEventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StockOutcomeHandler.class);
    private static final String RESERVE = "reserve";
    private static final String CONFIRM = "confirm";

    private final TakeAnswers answers;
    private final SoldOutGate gate;
    private final MeterRegistry meters;

    public StockOutcomeHandler(TakeAnswers answers, SoldOutGate gate, MeterRegistry meters) {
        this.answers = answers;
        this.gate = gate;
        this.meters = meters;
    }

    /// What is read of `stock.decided.v1`.
    record Decided(String verb, @Nullable String orderId, String unit, String outcome, long free) {

        boolean isHeld() {
            return "reserved".equals(outcome);
        }

        boolean isRefusedConfirm() {
            return CONFIRM.equals(verb) && !"confirmed".equals(outcome) && !"no-op".equals(outcome);
        }
    }

    @Override
    public Set<String> types() {
        return Set.of("stock.decided.v1");
    }

    @Override
    public void handle(Event event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<Event> events) {
        List<StockAnswer> reserves = new ArrayList<>();
        for (Event event : events) {
            Decided decided = EventJson.read(event, Decided.class);
            watch(decided);
            String reference = decided.orderId();
            if (RESERVE.equals(decided.verb()) && reference != null) {
                Answer answer = decided.isHeld() ? Answer.HELD : Answer.SOLD_OUT;
                reserves.add(new StockAnswer(reference, decided.unit(), answer));
            }
        }
        if (!reserves.isEmpty()) {
            answers.handle(reserves).block();
        }
    }

    private void watch(Decided decided) {
        if (decided.free() > 0) {
            gate.open(decided.unit());
        } else if ("sold-out".equals(decided.outcome())) {
            gate.close(decided.unit());
        }
        if (decided.isRefusedConfirm()) {
            meters.counter(StockMetric.CONFIRM_REFUSED.getName()).increment();
            LOG.error(
                    "paid order {} did not find its stock of {}: {}",
                    decided.orderId(),
                    decided.unit(),
                    decided.outcome());
        }
    }
}
