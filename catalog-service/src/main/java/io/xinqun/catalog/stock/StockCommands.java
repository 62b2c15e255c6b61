package io.xinqun.catalog.stock;

import io.xinqun.catalog.stock.StockCommand.Release;
import java.util.List;
import reactor.core.publisher.Mono;

/// The way to the owners of stock units.
public interface StockCommands {

    /// Completes when all of them are safe on their way.
    Mono<Void> send(List<Release> releases);
}
