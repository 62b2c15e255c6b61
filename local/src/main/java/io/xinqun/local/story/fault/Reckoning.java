package io.xinqun.local.story.fault;

import static io.xinqun.local.story.stage.Narrator.yuan;

import io.xinqun.kernel.event.Event;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.evidence.BrokerLook;
import io.xinqun.local.story.evidence.OrderEvents;
import io.xinqun.local.story.evidence.StoreLook;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Compares the client's log of answers with WeChat's books, the topic, the stock and the ledger.
record Reckoning(Stage stage, Operator operator, List<Purchase> log) {
    private static final Set<String> FINAL =
            Set.of("paid", "expired", "cancelled", "refused", "refunded");

    /// What is promised once everything runs again.
    private static final Duration LIMIT = Duration.ofSeconds(60);

    void settle(Map<Goods, Integer> goods) {
        Map<String, String> states = states();
        clients(states);
        wechat(states);
        store(states);
        topic(states);
        goods.forEach((article, pieces) -> stock(article, pieces, states));
        ledger();
        broker();
    }

    /// The final state of each order that a client was given an id of.
    private Map<String, String> states() {
        Map<String, String> states = new HashMap<>();
        for (Purchase bought : log) {
            if (!bought.order().isEmpty()) {
                boolean unpaid = !bought.paid();
                Reply last =
                        Waiting.until(
                                "an end of " + bought.order(),
                                LIMIT,
                                () -> bought.buyer().read(bought.order()),
                                reply ->
                                        FINAL.contains(reply.text("/state"))
                                                || (unpaid && reply.is(200)));
                states.put(bought.order(), last.text("/state"));
            }
        }
        return states;
    }

    private void clients(Map<String, String> states) {
        Map<Integer, Long> answers = new TreeMap<>();
        log.forEach(bought -> answers.merge(bought.placed().status(), 1L, Long::sum));
        Map<String, Long> ends = new TreeMap<>();
        states.values().forEach(state -> ends.merge(state, 1L, Long::sum));
        Narrator tell = stage.narrator();
        tell.say("answers " + answers + ", states at the end " + ends);
        List<String> lost =
                log.stream()
                        .filter(Purchase::paid)
                        .map(Purchase::order)
                        .filter(order -> !"paid".equals(states.get(order)))
                        .toList();
        tell.checkEqual("paid by a client but not paid here", List.of(), lost);
        tell.checkEqual(
                "answered with anything but 201, 202, 409",
                List.of(),
                answers.keySet().stream().filter(s -> !Set.of(201, 202, 409).contains(s)).toList());
    }

    private void wechat(Map<String, String> states) {
        JsonNode books = stage.wechat().books(Clock.systemUTC().instant());
        long taken = 0;
        long amount = 0;
        for (JsonNode payment : books.path("payments")) {
            if (payment.path("state").asString().equals("SUCCESS")) {
                taken++;
                amount += payment.path("amountFen").asLong();
            }
        }
        long paid = log.stream().filter(Purchase::paid).count();
        Narrator tell = stage.narrator();
        tell.say(
                "WeChat holds "
                        + taken
                        + " payments, "
                        + yuan(amount)
                        + ", refunds "
                        + books.path("refunds").size());
        tell.check("WeChat has each of our " + paid + " payments", taken >= paid);
        tell.check("orders without an end: none", !states.containsValue(""));
    }

    private void topic(Map<String, String> states) {
        List<Event> events = new OrderEvents(stage.fleet().kafka()).all();
        Set<String> paid =
                events.stream()
                        .filter(event -> event.type().equals("order.paid.v1"))
                        .map(Event::subject)
                        .collect(Collectors.toSet());
        Set<String> missing = new HashSet<>();
        states.forEach((order, state) -> {
            if (state.equals("paid") && !paid.contains(order)) {
                missing.add(order);
            }
        });
        Narrator tell = stage.narrator();
        tell.say(
                events.size()
                        + " events of "
                        + events.stream().map(Event::subject).distinct().count()
                        + " orders on the topic");
        tell.checkEqual("gaps in their sequences", List.of(), OrderEvents.gaps(events));
        tell.checkEqual("told in two ways", List.of(), OrderEvents.contradictions(events));
        tell.checkEqual("paid but not told", Set.of(), missing);
    }

    private void store(Map<String, String> states) {
        try (StoreLook store = StoreLook.of(stage.fleet())) {
            Narrator tell = stage.narrator();
            long absent = states.keySet().stream().filter(order -> !store.hasOrder(order)).count();
            tell.checkEqual("orders that the store does not have", 0L, absent);
            Waiting.until("an empty outbox", LIMIT, () -> store.unsentOrders() == 0);
            tell.check("nothing is left in the outbox", true);
        }
    }

    private void stock(Goods article, int counted, Map<String, String> states) {
        long sold =
                log.stream()
                        .filter(bought -> bought.article().equals(article))
                        .filter(bought -> "paid".equals(states.get(bought.order())))
                        .count();
        long waiting =
                log.stream()
                        .filter(bought -> bought.article().equals(article))
                        .filter(bought -> "awaiting-payment".equals(states.get(bought.order())))
                        .count();
        JsonNode stock =
                Waiting.until(
                        "the stock of " + article.name(),
                        LIMIT,
                        () -> operator.stock(article.unit()),
                        found -> found.path("free").asLong(-1) == counted - sold - waiting);
        stage.narrator()
                .checkEqual(
                        article.name()
                                + ": "
                                + counted
                                + " = "
                                + sold
                                + " sold + "
                                + waiting
                                + " waiting + free",
                        counted - sold - waiting,
                        stock.path("free").asLong(-1));
    }

    private void ledger() {
        JsonNode proof = operator.proofThatHolds(LIMIT);
        stage.narrator()
                .check(
                        "the proof holds over "
                                + proof.at("/entries/checked").asLong()
                                + " entries, WeChat's books agree on "
                                + proof.at("/provider/compared").asLong()
                                + " lines",
                        proof.path("holds").asBoolean());
    }

    /// No consumer is stuck, and nothing was set aside.
    private void broker() {
        try (BrokerLook broker = new BrokerLook(stage.fleet().kafka())) {
            Map<String, Long> behind =
                    Waiting.until("every group at its end", LIMIT, broker::lag, Map::isEmpty);
            stage.narrator().checkEqual("records that nobody has taken", Map.of(), behind);
            stage.narrator().checkEqual("dead letters", Map.of(), broker.deadLetters());
        }
    }
}
