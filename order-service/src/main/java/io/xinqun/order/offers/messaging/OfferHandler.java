package io.xinqun.order.offers.messaging;

import io.xinqun.kernel.consumer.EventHandler;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.order.offers.OfferBook;
import java.util.Set;

/// Learns what is for sale.
public final class OfferHandler implements EventHandler {

    private final OfferBook book;

    public OfferHandler(OfferBook book) {
        this.book = book;
    }

    @Override
    public Set<String> types() {
        return Set.of("catalog.offer.v1");
    }

    @Override
    public void handle(Event event) {
        book.learn(product(event)).block();
    }

    /// A kind that is not known here cannot be sold here, however often it is read.
    private static OfferBook.Product product(Event event) {
        try {
            return EventJson.read(event, OfferData.class).product(event.sequence());
        } catch (IllegalArgumentException unknown) {
            throw new PoisonMessage("unknown-value", event.toString(), unknown);
        }
    }
}
