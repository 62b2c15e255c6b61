package io.xinqun.kernel.rules.sample.placement.messaging;

import io.xinqun.kernel.rules.sample.placement.PlaceOrder;

public record OrderListener(PlaceOrder place) {

    public void handle(String id) {
        try {
            place.handle(id).block();
        } catch (Exception retried) {
            throw new IllegalStateException(retried);
        }
    }
}
