package io.xinqun.local.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `./xinqun bench [id…]`: runs benchmarks by their id, all when none is named. Each prints one
/// line, and below it what it is made of.
public final class BenchMain {

    private BenchMain() {}

    /// A benchmark returns its line.
    interface Benchmark {
        String run() throws Exception;
    }

    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("P1", GatewaySpeed.bareAgainstNginx());
        all.put("P2", GatewaySpeed.fullAgainstBare());
        all.put("P3", new OrderAccept());
        all.put("P12", new StartUp());
        return all;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Benchmark> all = all();
        List<String> wanted =
                arguments.length == 0 ? List.copyOf(all.keySet()) : List.of(arguments);
        for (String id : wanted) {
            Benchmark benchmark = all.get(id);
            if (benchmark == null) {
                System.err.println("There is no benchmark " + id + "; there are " + all.keySet());
                System.exit(2);
                return;
            }
            System.out.println(benchmark.run());
        }
    }
}
