package io.xinqun.catalog.listing.messaging;

import io.xinqun.catalog.listing.Curators;
import io.xinqun.kernel.consumer.EventHandler;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventJson;
import java.time.Duration;
import java.util.Set;

/// Keeps the read model of curators: who is active decides whether a link gives its price.
public final class CuratorHandler implements EventHandler {

    public static final String TOPIC = "community.curator.v1";

    private static final String TYPE = "community.curator.v1";

    /// Longer than the store's own time-outs, so that theirs speak first.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Curators curators;

    public CuratorHandler(Curators curators) {
        this.curators = curators;
    }

    /// The part of the event that matters here.
    record CuratorContract(String curatorId, String status) {}

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public void handle(Event event) {
        CuratorContract curator = EventJson.read(event, CuratorContract.class);
        curators.learn(curator.curatorId(), curator.status(), event.sequence()).block(PATIENCE);
    }
}
