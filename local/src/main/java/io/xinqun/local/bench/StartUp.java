package io.xinqun.local.bench;

import io.xinqun.local.launcher.Fleet;
import io.xinqun.local.launcher.FleetOptions;
import io.xinqun.local.launcher.process.Folders;
import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.story.stage.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// P12: how soon a built system accepts its first order, and what memory it holds.
///
/// Units: seconds from nothing running to the first 201 on an order, on data of an earlier run,
/// without start-up caches and with them; MiB of resident memory half a minute later, with them.
/// Not a ratio: it is a promise to whoever starts it.
final class StartUp implements BenchMain.Benchmark {

    private static final int PORT_OFFSET = 9_000;
    private static final Duration SETTLE = Duration.ofSeconds(30);

    @Override
    public String run() throws Exception {
        Path directory = Files.createTempDirectory("xinqun-bench");
        FleetOptions options = new FleetOptions(directory, PORT_OFFSET, Map.of(), false, false);
        String sku = firstRun(options);
        double cold;
        Seconds clock = new Seconds();
        try (Fleet fleet = Fleet.start(options)) {
            order(fleet, sku);
            cold = clock.passed();
            fleet.makeStartupCaches();
        }
        clock = new Seconds();
        try (Fleet fleet = Fleet.start(options)) {
            order(fleet, sku);
            double cached = clock.passed();
            Thread.sleep(SETTLE);
            return report(cold, cached, fleet);
        } finally {
            Folders.delete(directory);
        }
    }

    /// Leaves an article to order and programs without caches.
    private static String firstRun(FleetOptions options) {
        try (Fleet fleet = Fleet.start(options)) {
            fleet.forgetStartupCaches();
            return Shelf.filled(fleet, 1).getFirst();
        }
    }

    private static void order(Fleet fleet, String sku) {
        try (Gateway gateway = new Gateway(fleet.gateway())) {
            Stage stage = Shelf.stage(fleet, gateway);
            Reply reply =
                    stage.passerBy(0)
                            .person()
                            .insist(
                                    "/api/v1/orders",
                                    Buyer.sent(Buyer.basket(sku, 1, "")),
                                    stage.named("first"));
            if (!reply.is(201)) {
                throw new StoryFailure("the first order was answered " + reply);
            }
        }
    }

    private static String report(double cold, double cached, Fleet fleet) {
        Map<String, Long> memory = fleet.memory();
        long programs = fleet.programs().stream().mapToLong(memory::get).sum();
        long all = memory.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "P12 first order after %.1f s, with start-up caches %.1f s;"
                                + " five programs %d MiB, everything %d MiB",
                        cold,
                        cached,
                        programs,
                        all));
        memory.forEach((name, size) ->
                text.append(String.format(Locale.ROOT, "%n  %-20s %5d MiB", name, size)));
        return text.toString();
    }

    private static final class Seconds {

        private final long begin = System.nanoTime();

        double passed() {
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
