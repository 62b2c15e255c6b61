package io.xinqun.commission;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.commission.accrual.PaidLine;
import io.xinqun.commission.accrual.PaidOrder;
import io.xinqun.commission.accrual.PaidOrders;
import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.testing.Eventually;
import io.xinqun.commission.testing.Http;
import io.xinqun.commission.testing.OrderEventsTopic;
import io.xinqun.commission.testing.OrderTopic;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.security.Role;
import io.xinqun.local.keys.KeyEnvironment;
import io.xinqun.local.testing.Platform;
import io.xinqun.local.wechat.SimulatorSettings;
import io.xinqun.local.wechat.WechatKeys;
import io.xinqun.local.wechat.WechatSimulator;
import io.xinqun.local.wechat.books.Books;
import io.xinqun.local.wechat.books.Payment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// The proof against a WeChat that signs its bills, and against a store that somebody has touched.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(OrderEventsTopic.class)
class ProofIT {

    private static final int PAYMENTS = 30;
    private static final long AMOUNT = 1_000;
    private static final List<Payment> PAID = new ArrayList<>();

    @TempDir private static Path directory;
    private static WechatSimulator wechat;

    @LocalServerPort private int port;
    @Autowired private OrderTopic orders;
    @Autowired private MongoDatabase database;
    @Autowired private MeterRegistry meters;
    private Http operator;

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        pay();
        wechat =
                WechatSimulator.start(
                        new SimulatorSettings(
                                0,
                                directory,
                                WechatKeys.from(KeyEnvironment.of(Platform.shared().keys())),
                                1_000),
                        Clock.systemUTC());
        Platform.shared().register(registry);
        registry.add("XINQUN_WECHAT_BASE_URL", wechat::address);
        registry.add("xinqun.commission.close-every", () -> "300ms");
        registry.add("xinqun.commission.reconciliation.interval", () -> "1s");
        registry.add("xinqun.commission.reconciliation.slots-per-step", () -> "64");
        registry.add("xinqun.commission.reconciliation.patience", () -> "0s");
    }

    @AfterAll
    static void close() {
        wechat.close();
    }

    @BeforeEach
    void operator() {
        operator = Http.anonymous(port).as(Role.OPERATOR, "op-1");
        PAID.forEach(payment -> orders.send(OrderTopic.paid(order(payment))));
        Eventually.get(
                this::proof,
                seen ->
                        seen.path("holds").asBoolean()
                                && seen.at("/deposit/open").asLong() == 0
                                && seen.at("/provider/compared").asLong() == PAYMENTS);
    }

    @Test
    void the_proof_finds_what_somebody_has_touched_and_the_metrics_say_so() {
        JsonNode proof = proof();
        assertThat(proof.at("/provider/read").asBoolean()).isTrue();
        assertThat(proof.at("/entries/checked").asLong()).isGreaterThanOrEqualTo(PAYMENTS * 5L);
        assertThat(proof.at("/lots/lots").asLong()).isGreaterThanOrEqualTo(PAYMENTS * 2L);

        touched("ledger.totals", "wallet:curator:c-1", "amounts.frozen", "balances", "lots");
        touched("ledger.totals", "deposit", "amounts.balance", "balances", "deposit");
        touched("ledger.items", "wallet:curator:c-1", "amounts.frozen", "lots");
        touchedJournal();
        touchedFee();
        assertThat(proof().path("holds").asBoolean()).isTrue();
    }

    @Test
    void a_payment_that_only_one_side_knows_is_found() {
        Payment payment = PAID.getFirst();
        PaidOrder invented =
                PaidOrders.of("invented", 0, PaidOrders.line("1", AMOUNT, 100, "c-invented"));
        Instant at = Objects.requireNonNull(payment.paidAt());
        orders.send(
                OrderTopic.paid(
                        new PaidOrder(
                                invented.cause(),
                                at,
                                invented.paid(),
                                invented.freight(),
                                invented.lines(),
                                invented.sold(),
                                null)));

        JsonNode proof = Eventually.get(this::proof, seen -> !seen.path("holds").asBoolean());
        assertThat(proof.at("/provider/differences/examples/0").asString())
                .isEqualTo("4200-invented:receipt is only in our books");
        Eventually.get(() -> differences("provider"), seen -> seen == 1);
        // Closed first: without the decision it would stay open for ever, which the other test
        // sees.
        Eventually.get(this::proof, seen -> seen.at("/deposit/open").asLong() == 0);
        Mono.from(
                        collection("ledger.decisions")
                                .deleteOne(new Document("command", "4200-invented:receipt")))
                .block();
        Eventually.get(() -> differences("provider"), seen -> seen == 0);
    }

    /// Adds a fen, waits until proof and metric have found it where it shows, and takes it back.
    private void touched(String collection, String total, String field, String... checks) {
        Document one =
                first(collection, new Document("total", new Document("$regex", "^" + total)));
        Document id = new Document("_id", one.getString("_id"));
        update(collection, id, new Document("$inc", new Document(field, 1L)));
        JsonNode proof = proof();
        for (String check : checks) {
            assertThat(proof.path(check).at("/differences/count").asLong())
                    .as("%s in %s: %s", check, collection, proof)
                    .isPositive();
            Eventually.get(() -> differences(check), seen -> seen > 0);
        }
        update(collection, id, new Document("$inc", new Document(field, -1L)));
        for (String check : checks) {
            Eventually.get(() -> differences(check), seen -> seen == 0);
        }
    }

    private void touchedJournal() {
        Document place = first("ledger.journal", new Document());
        Document id = new Document("_id", place.getString("_id"));
        String delta = "decisions.0.changes.0.delta";
        Document changed =
                place.getList("decisions", Document.class)
                        .getFirst()
                        .getList("changes", Document.class)
                        .getFirst();
        String amount = changed.get("delta", Document.class).keySet().iterator().next();
        update("ledger.journal", id, increase(delta + "." + amount, 1));
        JsonNode proof = proof();
        assertThat(proof.at("/entries/differences/count").asLong()).isEqualTo(1);
        assertThat(proof.at("/balances/differences/count").asLong()).isEqualTo(1);
        update("ledger.journal", id, increase(delta + "." + amount, -1));
    }

    private void touchedFee() {
        String fee = PAID.getFirst().transactionId() + ":fee";
        Document command = new Document("command", fee);
        Document decision = first("ledger.decisions", command);
        Document id = new Document("_id", decision.getString("_id"));
        int clearing = 0;
        for (Document change : decision.getList("changes", Document.class)) {
            if (change.getString("total").startsWith("clearing")) {
                break;
            }
            clearing++;
        }
        String field = "changes." + clearing + ".delta.balance";
        update("ledger.decisions", id, increase(field, -1));
        assertThat(proof().at("/provider/differences/examples/0").asString())
                .isEqualTo(fee + " is 7 here, 6 there");
        update("ledger.decisions", id, increase(field, 1));
    }

    private static Document increase(String field, long by) {
        return new Document("$inc", new Document(field, by));
    }

    private void update(String collection, Document id, Document change) {
        Mono.from(collection(collection).updateOne(id, change)).block();
    }

    private Document first(String collection, Document filter) {
        return Objects.requireNonNull(
                Mono.from(collection(collection).find(filter).first()).block());
    }

    private MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    private long differences(String check) {
        return (long)
                meters.get("xinqun.commission.proof.differences")
                        .tag("check", check)
                        .gauge()
                        .value();
    }

    private JsonNode proof() {
        return operator.get("/api/v1/operator/ledger/proof").body();
    }

    /// What the provider's books say before anything is told here.
    private static void pay() {
        try (Books books = new Books(directory, Clock.systemUTC())) {
            for (int number = 0; number < PAYMENTS; number++) {
                books.announce(payment("paid-" + number));
                PAID.add(books.pay("paid-" + number));
            }
        }
    }

    private static Payment payment(String number) {
        return new Payment(
                number,
                "prepay-" + number,
                "merchant",
                "app",
                "openid",
                AMOUNT,
                "tea",
                "",
                "http://localhost/none",
                null,
                Payment.State.NOTPAY,
                null,
                null);
    }

    private static PaidOrder order(Payment payment) {
        PaidLine line = PaidOrders.line("1", AMOUNT, 100, "c-1");
        String transaction = Objects.requireNonNull(payment.transactionId());
        return new PaidOrder(
                Cause.ofPayment(payment.number() + ":3", payment.number(), transaction),
                Objects.requireNonNull(payment.paidAt()),
                Fen.of(AMOUNT),
                Fen.ZERO,
                List.of(line),
                PaidOrders.sold(List.of(line)),
                null);
    }
}
