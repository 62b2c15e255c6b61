package io.xinqun.local.story;

import io.xinqun.local.launcher.status.Report;
import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.evidence.OrderEvents;
import io.xinqun.local.story.evidence.ProgramLogs;
import io.xinqun.local.story.evidence.StoreLook;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One order as it is seen from outside: by its trace, from the caller's request to the last entry
/// in the ledger, past a payment whose notification knows nothing of that trace.
final class Seen implements Story {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// Receipt, fee, supplier's and platform's part.
    private static final int ENTRIES = 4;

    private static final String GONE = "catalog-service";

    private static final List<String> ON_THE_WAY =
            List.of("gateway", "order-service", "catalog-service", "commission-service");

    @Override
    public String name() {
        return "seen";
    }

    @Override
    public String summary() {
        return "one trace from the request through every program to the ledger";
    }

    @Override
    public void play(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("A supplier sells tea");
        Operator operator = stage.operator();
        Supplier supplier = operator.openSupplier(stage.named("seen"), "春山茶园");
        Market market = new Market(operator, stage.passerBy(0).person());
        FeedItem tea = FeedItem.of("TEA-1", "明前龙井 250 克", "茶", "绿茶");
        tea.priced(12_000, 19_800).counted(10, Instant.now(Clock.systemUTC()));
        Goods goods = market.putUp(supplier, stage.named("tea-delivery"), List.of(tea)).getFirst();

        Random random = new Random(stage.arguments().seed());
        String trace = hex(random) + hex(random);
        tell.step("Yan orders in the trace " + trace + " and pays");
        Buyer yan = stage.buyer("yan");
        String order = order(stage, yan, goods, "00-" + trace + "-" + hex(random) + "-01");
        Reply payment = yan.payment(order, stage.named("seen-payment")).expect(200, 201);
        stage.wechat().pay(payment.json());
        yan.awaitState(order, "paid", LIMIT);

        tell.step("The trace is on every event of the order and in the ledger");
        events(stage, order, trace);
        ledger(stage, order, trace);
        tell.step("The logs of all programs tell the same trace");
        logs(stage, trace);
        tell.step("The status is known, and soon, also with a program gone");
        status(stage);
    }

    private static String order(Stage stage, Buyer yan, Goods goods, String traceparent) {
        return yan.person()
                .post(
                        "/api/v1/orders",
                        Buyer.sent(Buyer.basket(goods.sku(), 1, "")),
                        stage.named("seen-order"),
                        traceparent)
                .expect(201, 202)
                .text("/id");
    }

    private static String hex(Random random) {
        return "%016x".formatted(random.nextLong() | 1);
    }

    private static void events(Stage stage, String order, String trace) {
        OrderEvents topic = new OrderEvents(stage.fleet().kafka());
        Waiting.until(
                "the paid event", LIMIT, () -> topic.typesOf(order).containsKey("order.paid.v1"));
        List<String> strange =
                topic.all().stream()
                        .filter(event -> event.subject().equals(order))
                        .filter(event -> !String.valueOf(event.traceparent()).contains(trace))
                        .map(event -> event.type() + " " + event.traceparent())
                        .toList();
        stage.narrator().checkEqual("events outside of the trace", List.of(), strange);
    }

    private static void ledger(Stage stage, String order, String trace) {
        try (StoreLook store = StoreLook.of(stage.fleet())) {
            Map<String, String> entries =
                    Waiting.until(
                            "the order in the ledger",
                            LIMIT,
                            () -> store.ledgerTraces(order),
                            found -> found.size() >= ENTRIES);
            List<String> strange =
                    entries.entrySet().stream()
                            .filter(entry -> !entry.getValue().contains(trace))
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .toList();
            stage.narrator()
                    .checkEqual(
                            entries.size() + " ledger entries, outside of the trace",
                            List.of(),
                            strange);
        }
    }

    private static void logs(Stage stage, String trace) {
        Narrator tell = stage.narrator();
        ProgramLogs logs = new ProgramLogs(stage.fleet().directory());
        ON_THE_WAY.forEach(program ->
                Waiting.until(
                        "a line of " + program + " in the trace",
                        LIMIT,
                        () -> !logs.ofTrace(program, trace).isEmpty()));
        ON_THE_WAY.stream()
                .flatMap(program -> told(logs, program, trace))
                .sorted()
                .forEach(tell::say);
        tell.check("each of " + ON_THE_WAY + " tells its part", true);
        for (String program : stage.fleet().programs()) {
            tell.checkEqual(
                    "lines of " + program + " that are no JSON",
                    List.of(),
                    logs.unstructured(program));
        }
    }

    private static void status(Stage stage) {
        Narrator tell = stage.narrator();
        Report well =
                Waiting.until(
                        "a status without a mark",
                        LIMIT,
                        stage.fleet()::status,
                        report -> report.exitStatus() == 0);
        well.lines().forEach(tell::say);
        stage.fleet().kill(GONE);
        Instant begin = Clock.systemUTC().instant();
        Report without = stage.fleet().status();
        Duration took = Duration.between(begin, Clock.systemUTC().instant());
        stage.fleet().restart(GONE);
        tell.check("without " + GONE + " it took " + took.toMillis() + " ms", !slow(took));
        tell.checkEqual("its exit status", 1, without.exitStatus());
        List<String> unknown =
                without.lines().stream().filter(line -> line.contains("not known")).toList();
        tell.check(
                "not known is only " + unknown,
                unknown.size() == 1 && unknown.getFirst().contains(GONE));
        Waiting.until(
                "a status without a mark",
                LIMIT,
                stage.fleet()::status,
                report -> report.exitStatus() == 0);
    }

    private static boolean slow(Duration took) {
        return took.compareTo(Duration.ofSeconds(3)) > 0;
    }

    private static Stream<String> told(ProgramLogs logs, String program, String trace) {
        return logs.ofTrace(program, trace).stream().map(line -> told(program, line));
    }

    private static String told(String program, JsonNode line) {
        String time = line.path("@timestamp").asString("");
        return time + " " + program + ": " + line.path("message").asString("");
    }
}
