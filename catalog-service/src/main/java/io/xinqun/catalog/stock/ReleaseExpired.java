package io.xinqun.catalog.stock;

import io.xinqun.catalog.stock.StockCommand.Release;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/// Asks for the release of reservations whose deadline has passed. Only asks: the owner of the unit
/// decides, so a confirmation that was faster stands.
///
/// Shape: 500 a step, the longest waiting first. State: a reservation that is still held is asked
/// for again in the next step, with the same id.
public final class ReleaseExpired {

    private static final int STEP = 500;

    private final StockBooks books;
    private final StockCommands commands;
    private final Clock clock;

    public ReleaseExpired(StockBooks books, StockCommands commands, Clock clock) {
        this.books = books;
        this.commands = commands;
        this.clock = clock;
    }

    /// Answers how many were asked for.
    public Mono<Integer> handle() {
        return books.expired(clock.instant(), STEP)
                .flatMap(expired ->
                        expired.isEmpty()
                                ? Mono.just(0)
                                : commands.send(releases(expired)).thenReturn(expired.size()));
    }

    private static List<Release> releases(List<ExpiredReservation> expired) {
        return expired.stream()
                .map(each -> new Release(each.orderId(), each.unit(), Release.EXPIRED))
                .toList();
    }

    /// A held reservation whose time is over.
    public record ExpiredReservation(String orderId, String unit) {}
}
