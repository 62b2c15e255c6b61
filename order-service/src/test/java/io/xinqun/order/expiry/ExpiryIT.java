package io.xinqun.order.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.mongo.BlockingMongo;
import io.xinqun.order.testing.Instance;
import io.xinqun.order.testing.World;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Deadlines are brought forward in the store, where they live: whichever instance looks finds
/// them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExpiryIT {

    private static final String PAID = "order.paid.v1";
    private static final int ROUNDS = 8;

    private static World world;
    private static Instance one;

    @BeforeAll
    static void start() throws Exception {
        world = new World(ExpiryIT.class);
        one = world.start(Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        world.close();
    }

    private static void bringForward(String orderId) {
        Date now = Date.from(Instant.now());
        Document deadline = new Document("payUntil", now).append("expiresAt", now);
        BlockingMongo.first(
                one.bean(MongoDatabase.class)
                        .getCollection("orders")
                        .updateOne(new Document("_id", orderId), new Document("$set", deadline)));
    }

    @Test
    void an_unpaid_order_expires_and_gives_its_stock_back() {
        String sku = world.onSale("goods", 4_300, 1);
        String id = one.placed("anna", sku);
        assertThat(one.order("ben", UUID.randomUUID().toString(), sku).status()).isEqualTo(409);

        bringForward(id);

        one.awaitState("anna", id, "expired");
        World.await("free again", () -> world.stock.free(World.unit(sku)) == 1);
        World.await("told", () -> world.types(id).contains("order.expired.v1"));
        assertThat(world.types(id))
                .containsExactly("order.placed.v1", "order.accepted.v1", "order.expired.v1");
        world.told(id)
                .forEach(event -> ContractAssertions.assertMatches(event.type(), event.data()));
        assertThat(one.pay("anna", id).status()).isEqualTo(409);
    }

    @Test
    void a_paid_order_never_expires() {
        String id = one.placed("carl", world.onSale("goods", 4_300, 1));
        world.wechat.payNumber(world.paymentNumber("carl", id));
        one.awaitState("carl", id, "paid");

        bringForward(id);
        String later = one.placed("dora", world.onSale("goods", 4_300, 1));
        bringForward(later);

        one.awaitState("dora", later, "expired");
        assertThat(one.state("carl", id)).isEqualTo("paid");
    }

    @Test
    void expiring_and_paying_at_once_end_in_one_outcome() throws Exception {
        String sku = world.onSale("goods", 4_300, 20);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                String buyer = "race-" + round;
                String id = one.placed(buyer, sku);
                String number = world.paymentNumber(buyer, id);
                Future<?> paying = threads.submit(() -> world.wechat.payNumber(number));
                bringForward(id);
                paying.get();
                one.awaitState(buyer, id, "paid");
                World.await("told", () -> world.types(id).contains(PAID));
                assertThat(world.types(id).stream().filter(PAID::equals)).hasSize(1);
            }
        }
        World.await("sold", () -> world.stock.held(World.unit(sku), "sold") == ROUNDS);
        World.await("none lost", () -> world.stock.free(World.unit(sku)) == 20 - ROUNDS);
    }
}
