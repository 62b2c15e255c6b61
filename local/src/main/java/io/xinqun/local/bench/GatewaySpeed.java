package io.xinqun.local.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/// P1: the bare route of the gateway against nginx in its place. P2: the gateway as it is (access
/// tokens, limits, traces) against its bare route.
///
/// Units: requests a second at 64 kept connections, warmed, medians of alternating rounds; below,
/// the processor time of a request. Both sides have the same backend (nginx, an answer of 1.5 KB
/// from memory), the same requests of 2,000 callers from wrk, and share the machine with both.
final class GatewaySpeed implements BenchMain.Benchmark {

    private static final int ROUNDS = 7;
    private static final Duration ROUND = Duration.ofSeconds(5);

    /// A gateway's rate hardly grows after this.
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private final String id;
    private final String nameOfTheirs;
    private final Function<GatewayBed, LoadedProxy> startOurs;
    private final Function<GatewayBed, LoadedProxy> startTheirs;

    private GatewaySpeed(
            String id,
            String nameOfTheirs,
            Function<GatewayBed, LoadedProxy> startOurs,
            Function<GatewayBed, LoadedProxy> startTheirs) {
        this.id = id;
        this.nameOfTheirs = nameOfTheirs;
        this.startOurs = startOurs;
        this.startTheirs = startTheirs;
    }

    static GatewaySpeed bareAgainstNginx() {
        return new GatewaySpeed("P1", "nginx", GatewayBed::bareGateway, GatewayBed::nginx);
    }

    static GatewaySpeed fullAgainstBare() {
        return new GatewaySpeed("P2", "bare", GatewayBed::fullGateway, GatewayBed::bareGateway);
    }

    @Override
    public String run() throws Exception {
        try (GatewayBed bed = new GatewayBed()) {
            LoadedProxy ours = startOurs.apply(bed);
            LoadedProxy theirs = startTheirs.apply(bed);
            ours.warm(WARM_UP);
            theirs.warm(WARM_UP);
            Rounds rounds = new Rounds();
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(() -> ours.round(ROUND), () -> theirs.round(ROUND));
            }
            return rounds.line(id, nameOfTheirs)
                    + String.format(
                            Locale.ROOT,
                            "%n  processor time of a request: ours %.0f µs, %s %.0f µs",
                            ours.microsPerRequest(),
                            nameOfTheirs,
                            theirs.microsPerRequest());
        }
    }
}
