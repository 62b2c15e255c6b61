package io.xinqun.local.story.fault;

import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Person;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.evidence.BrokerLook;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import io.xinqun.local.wechat.WechatControl;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// One service is down for a while: the others do their part, the gateway says at once who is
/// missing, and when it is back everything goes on by itself.
final class OneDown implements Story {

    private static final String CATALOG = "catalog-service";
    private static final String ORDER = "order-service";
    private static final String COMMUNITY = "community-service";
    private static final String COMMISSION = "commission-service";

    private static final int PIECES = 100;
    private static final int QUESTIONS = 9;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "one-down";
    }

    @Override
    public String summary() {
        return "each service is down for a while, and what the others do meanwhile";
    }

    @Override
    public void play(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("One article, " + PIECES + " pieces");
        Operator operator = stage.operator();
        Supplier supplier = operator.openSupplier(stage.named("paper"), "纸坊");
        FeedItem paper = FeedItem.of("PAPER", "手工宣纸", "文具", "纸");
        paper.priced(1_500, 3_900).counted(PIECES, Clock.systemUTC().instant());
        Market market = new Market(operator, stage.passerBy(0).person());
        Goods goods = market.putUp(supplier, stage.named("delivery"), List.of(paper)).getFirst();
        market.awaitFree(goods, PIECES);
        Scenes scenes = new Scenes(stage, operator, goods);
        scenes.without(CATALOG);
        scenes.without(ORDER);
        scenes.without(COMMUNITY);
        scenes.without(COMMISSION);

        tell.step("In the end nothing is missing");
        market.awaitFree(goods, PIECES - scenes.bought.size());
        tell.check(scenes.bought.size() + " pieces are sold", !scenes.bought.isEmpty());
        tell.check("the proof holds", operator.proofThatHolds(LIMIT).path("holds").asBoolean());
        try (BrokerLook broker = new BrokerLook(stage.fleet().kafka())) {
            tell.checkEqual("dead letters", Map.of(), broker.deadLetters());
        }
    }

    /// A service away, one after the other.
    private static final class Scenes {

        private final Stage stage;
        private final Operator operator;
        private final Narrator tell;
        private final Goods goods;
        private final Map<String, String> questions;
        private final List<String> bought = new ArrayList<>();

        Scenes(Stage stage, Operator operator, Goods goods) {
            this.stage = stage;
            this.operator = operator;
            this.tell = stage.narrator();
            this.goods = goods;
            this.questions =
                    new TreeMap<>(
                            Map.of(
                                    CATALOG,
                                    "/api/v1/products/" + goods.product(),
                                    ORDER,
                                    "/api/v1/orders",
                                    COMMUNITY,
                                    "/api/v1/communities",
                                    COMMISSION,
                                    "/api/v1/operator/ledger/accounts"));
        }

        void without(String missing) {
            tell.step(missing + " is gone");
            stage.fleet().kill(missing);
            for (String service : questions.keySet()) {
                if (service.equals(missing)) {
                    refused(missing);
                } else {
                    tell.checkEqual(service + " answers", 200, ask(service).status());
                }
            }
            List<String> placed = missing.equals(ORDER) ? List.of() : place(missing);
            stage.fleet().restart(missing);
            tell.say(missing + " is back");
            tell.checkEqual(
                    missing + " answers",
                    200,
                    Waiting.until(missing, LIMIT, () -> ask(missing), reply -> reply.is(200))
                            .status());
            placed.forEach(order -> complete(missing, order));
        }

        private Reply ask(String service) {
            Person asker =
                    service.equals(COMMISSION) ? operator.person() : stage.passerBy(1).person();
            return asker.get(questions.getOrDefault(service, ""));
        }

        /// At once means here: more than half of the answers, because the machine may be busy.
        private void refused(String missing) {
            List<Duration> times = new ArrayList<>();
            for (int question = 0; question < QUESTIONS; question++) {
                long begin = System.nanoTime();
                Reply reply = ask(missing);
                times.add(Duration.ofNanos(System.nanoTime() - begin));
                if (!reply.is(503)
                        || !reply.code().equals("unavailable")
                        || !reply.text("/service").equals(missing)) {
                    tell.checkEqual("the gateway", "503 unavailable " + missing, reply.toString());
                }
            }
            times.sort(null);
            tell.check(
                    "the gateway says that "
                            + missing
                            + " is missing: 503, "
                            + times.get(QUESTIONS / 2).toMillis()
                            + " ms, at most "
                            + times.getLast().toMillis(),
                    times.get(QUESTIONS / 2).compareTo(AT_ONCE) <= 0);
        }

        /// Orders are taken: with their stock, or with the promise of an answer while the stock is
        /// silent.
        private List<String> place(String missing) {
            int expected = missing.equals(CATALOG) ? 202 : 201;
            List<String> orders =
                    IntStream.range(0, 3)
                            .mapToObj(number ->
                                    buyer(missing, number)
                                            .orderOne(
                                                    goods.sku(),
                                                    stage.named("order-" + missing + number))
                                            .expect(expected)
                                            .text("/id"))
                            .toList();
            tell.checkEqual("orders taken with " + expected, 3, orders.size());
            return orders;
        }

        private void complete(String missing, String order) {
            int number = bought.size() % 3;
            Buyer buyer = buyer(missing, number);
            buyer.awaitState(order, "awaiting-payment", LIMIT);
            Reply payment = buyer.payment(order, stage.named("payment-" + order)).expect(200, 201);
            stage.wechat().pay(payment.json(), new WechatControl.Notice(1, 0));
            buyer.awaitState(order, "paid", LIMIT);
            bought.add(order);
        }

        private Buyer buyer(String missing, int number) {
            return stage.passerBy(List.copyOf(questions.keySet()).indexOf(missing) * 10 + number);
        }
    }
}
