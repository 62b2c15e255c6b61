package io.xinqun.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.mongo.BlockingMongo;
import io.xinqun.local.wechat.api.Forgery;
import io.xinqun.order.order.Orders;
import io.xinqun.order.testing.Instance;
import io.xinqun.order.testing.Instance.Reply;
import io.xinqun.order.testing.World;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentIT {

    private static final String PAID = "order.paid.v1";

    private static World world;
    private static Instance one;

    @BeforeAll
    static void start() throws Exception {
        world = new World(PaymentIT.class);
        one = world.start(Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        world.close();
    }

    private static void cancel(String buyer, String orderId) {
        Reply reply = one.post(buyer, "/api/v1/orders/" + orderId + "/cancellation", null, "");
        assertThat(reply.status()).isEqualTo(200);
    }

    private static double refused() {
        return one
                .bean(MeterRegistry.class)
                .find("xinqun.order.payment.notification.refused")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    @Tag("PY1")
    void five_copies_of_a_notification_are_one_payment() {
        String sku = world.onSale("goods", 4_300, 3);
        String id = one.placed("anna", sku);
        List<Integer> answers = world.wechat.payWithCopies(world.paymentNumber("anna", id), 5);

        assertThat(answers).allMatch(status -> status / 100 == 2);
        one.awaitState("anna", id, "paid");
        World.await("sold", () -> world.stock.held(World.unit(sku), "sold") == 1);
        World.await("told", () -> world.types(id).contains(PAID));
        assertThat(world.types(id)).containsExactly("order.placed.v1", "order.accepted.v1", PAID);
        world.told(id)
                .forEach(event -> ContractAssertions.assertMatches(event.type(), event.data()));
    }

    @ParameterizedTest
    @EnumSource(value = Forgery.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    @Tag("PY2")
    void a_wrong_notification_is_refused_and_counted(Forgery forgery) {
        String id = one.placed("ben", world.onSale("goods", 4_300, 3));
        String number = world.paymentNumber("ben", id);
        double before = refused();

        assertThat(world.wechat.forge(number, forgery) / 100).isEqualTo(4);

        assertThat(refused()).isGreaterThan(before);
        assertThat(one.state("ben", id)).isEqualTo("awaiting-payment");
        world.wechat.payNumber(number);
        one.awaitState("ben", id, "paid");
    }

    @Test
    void asking_to_pay_again_is_the_same_payment() {
        String id = one.placed("carl", world.onSale("goods", 4_300, 3));
        assertThat(world.paymentNumber("carl", id)).isEqualTo(world.paymentNumber("carl", id));
    }

    @Test
    void money_for_a_cancelled_order_takes_its_stock_again() {
        String sku = world.onSale("goods", 4_300, 1);
        String id = one.placed("dora", sku);
        String number = world.paymentNumber("dora", id);
        cancel("dora", id);
        World.await("released", () -> world.stock.free(World.unit(sku)) == 1);

        world.wechat.payNumber(number);

        one.awaitState("dora", id, "paid");
        World.await("sold", () -> world.stock.held(World.unit(sku), "sold") == 1);
        assertThat(world.stock.free(World.unit(sku))).isZero();
    }

    @Test
    void money_for_a_cancelled_order_without_stock_goes_back() {
        String sku = world.onSale("goods", 4_300, 1);
        String id = one.placed("eva", sku);
        String number = world.paymentNumber("eva", id);
        cancel("eva", id);
        World.await("released", () -> world.stock.free(World.unit(sku)) == 1);
        one.placed("fred", sku);

        world.wechat.payNumber(number);

        one.awaitState("eva", id, "refunded");
        World.await("told", () -> world.types(id).contains("order.refunded.v1"));
        assertThat(world.types(id))
                .containsSubsequence("order.refund-requested.v1", "order.refunded.v1")
                .doesNotContain(PAID);
        world.told(id)
                .forEach(event -> ContractAssertions.assertMatches(event.type(), event.data()));
    }

    @Test
    void cancelling_and_paying_at_once_end_in_one_outcome() throws Exception {
        String sku = world.onSale("goods", 4_300, 20);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 8; round++) {
                String buyer = "race-" + round;
                String id = one.placed(buyer, sku);
                String number = world.paymentNumber(buyer, id);
                Future<?> paying = threads.submit(() -> world.wechat.payNumber(number));
                one.post(buyer, "/api/v1/orders/" + id + "/cancellation", null, "");
                paying.get();
                one.awaitState(buyer, id, "paid");
                World.await("told", () -> world.types(id).contains(PAID));
                assertThat(world.types(id).stream().filter(PAID::equals)).hasSize(1);
            }
        }
        World.await("eight sold", () -> world.stock.held(World.unit(sku), "sold") == 8);
        World.await("none lost", () -> world.stock.free(World.unit(sku)) == 12);
    }

    @Test
    void a_second_payment_goes_back_and_the_order_stays_paid() {
        String id = one.placed("gina", world.onSale("goods", 4_300, 3));
        String number = world.paymentNumber("gina", id);
        world.wechat.payNumber(number);
        one.awaitState("gina", id, "paid");

        one.bean(RecordPayment.class)
                .handle(
                        new ProviderPayment(
                                number,
                                ProviderPayment.State.PAID,
                                "another-transaction",
                                Fen.of(4_300),
                                "CNY",
                                Instant.now(),
                                world.platform
                                        .environment(PaymentIT.class)
                                        .get("XINQUN_WECHAT_MERCHANT_ID"),
                                world.platform
                                        .environment(PaymentIT.class)
                                        .get("XINQUN_WECHAT_APP_ID")))
                .block();

        World.await("told", () -> world.types(id).contains("order.refund-requested.v1"));
        assertThat(one.state("gina", id)).isEqualTo("paid");
        assertThat(one.bean(Orders.class).find(id).block().payments().refunds()).hasSize(1);
    }

    @Test
    void a_payment_without_a_notification_is_found_by_asking() {
        String id = one.placed("hans", world.onSale("goods", 4_300, 3));
        world.wechat.paySilently(world.paymentNumber("hans", id));
        BlockingMongo.first(
                one.bean(MongoDatabase.class)
                        .getCollection("orders")
                        .updateOne(
                                new Document("_id", id),
                                new Document("$set", new Document("queryAt", new Date(0)))));

        one.awaitState("hans", id, "paid");
        assertThat(
                        one.bean(MeterRegistry.class)
                                .get("xinqun.order.payment.queried")
                                .tag("outcome", "paid")
                                .counter()
                                .count())
                .isPositive();
    }

    @Test
    void a_payment_is_told_in_the_trace_in_which_its_order_was_placed() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        String body = Instance.body(1, world.onSale("goods", 4_300, 3));
        String traceparent = "00-" + trace + "-b7ad6b7169203331-01";
        String id = one.postIn(traceparent, "ines", "/api/v1/orders", body).text("id");
        one.awaitState("ines", id, "awaiting-payment");

        world.wechat.payNumber(world.paymentNumber("ines", id));

        World.await("told", () -> world.types(id).contains(PAID));
        assertThat(world.told(id))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.traceparent()).contains(trace));
    }
}
