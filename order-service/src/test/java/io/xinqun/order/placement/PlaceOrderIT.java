package io.xinqun.order.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.order.testing.Instance;
import io.xinqun.order.testing.Instance.Reply;
import io.xinqun.order.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlaceOrderIT {

    private static World world;
    private static Instance one;
    private static Instance two;

    @BeforeAll
    static void start() throws Exception {
        world = new World(PlaceOrderIT.class);
        one = world.start(Map.of());
        two = world.start(Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        world.close();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static List<Reply> parallel(int count, java.util.function.IntFunction<Reply> call)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reply>> calls = new ArrayList<>();
            IntStream.range(0, count).forEach(n -> calls.add(() -> call.apply(n)));
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> each : threads.invokeAll(calls)) {
                replies.add(each.get());
            }
            return replies;
        }
    }

    @Test
    void an_order_with_stock_waits_for_its_payment() {
        String sku = world.onSale("goods", 4_300, 3);

        Reply reply = one.order("anna", key(), sku);

        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        assertThat(reply.text("state")).isEqualTo("awaiting-payment");
        assertThat(reply.body().path("payableFen").asLong()).isEqualTo(4_300);
        assertThat(world.stock.free(World.unit(sku))).isEqualTo(2);
        String id = reply.text("id");
        World.await("both events", () -> world.told(id).size() == 2);
        assertThat(world.types(id)).containsExactly("order.placed.v1", "order.accepted.v1");
        assertThat(world.told(id).stream().map(event -> event.sequence())).containsExactly(1L, 2L);
    }

    @Test
    void what_needs_no_stock_is_accepted_at_once() {
        String sku = world.onSale("digital", 9_900, 0);
        Reply reply = one.order("anna", key(), sku);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        World.await("both events", () -> world.told(reply.text("id")).size() == 2);
    }

    @Test
    @Tag("ST7")
    void the_same_key_in_parallel_is_one_order() throws Exception {
        String sku = world.onSale("goods", 1_000, 50);
        String key = key();

        List<Reply> replies = parallel(20, n -> (n % 2 == 0 ? one : two).order("ben", key, sku));

        assertThat(replies).allMatch(reply -> reply.status() == 201);
        assertThat(replies.stream().map(reply -> reply.text("id")).distinct()).hasSize(1);
        assertThat(world.stock.free(World.unit(sku))).isEqualTo(49);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String sku = world.onSale("goods", 1_000, 50);
        String key = key();
        assertThat(one.order("ben", key, sku).status()).isEqualTo(201);

        Reply other = two.post("ben", "/api/v1/orders", key, Instance.body(2, sku));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(one.order("carl", key, sku).status()).as("another buyer's key").isEqualTo(201);
    }

    @Test
    @Tag("ST1")
    void two_hundred_buyers_and_ten_pieces() throws Exception {
        String sku = world.onSale("goods", 1_000, 10);

        List<Reply> replies =
                parallel(200, n -> decided(n % 2 == 0 ? one : two, "buyer-" + n, sku));

        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(10);
        assertThat(replies.stream().filter(reply -> reply.code().equals("sold-out"))).hasSize(190);
        assertThat(world.stock.free(World.unit(sku))).isZero();
        assertThat(world.stock.held(World.unit(sku), "held")).isEqualTo(10);
    }

    /// On a busy machine the stock's answer may take more than the 2 s that a request waits; who
    /// asks again under the same key waits on for the same order.
    private static Reply decided(Instance instance, String buyer, String sku) {
        String key = key();
        Reply reply = instance.order(buyer, key, sku);
        for (int again = 0; reply.status() == 202 && again < 10; again++) {
            reply = instance.order(buyer, key, sku);
        }
        return reply;
    }

    @Test
    void an_order_of_several_units_gets_all_or_nothing() {
        String there = world.onSale("goods", 1_000, 5);
        String gone = world.onSale("goods", 2_000, 0);

        Reply refused = one.order("dora", key(), there, gone);
        Reply accepted = two.order("dora", key(), there, world.onSale("goods", 3_000, 1));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("sold-out");
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(201);
        World.await("the rest goes back", () -> world.stock.free(World.unit(there)) == 4);
    }

    @Test
    void somebody_else_sees_no_order() {
        String sku = world.onSale("goods", 1_000, 50);
        String id = one.order("anna", key(), sku).text("id");
        assertThat(one.get("anna", "/api/v1/orders/" + id).status()).isEqualTo(200);
        assertThat(one.get("eve", "/api/v1/orders/" + id).status()).isEqualTo(404);
        assertThat(one.get("eve", "/api/v1/orders/" + id + "/events").status()).isEqualTo(404);
        assertThat(one.pay("eve", id).status()).isEqualTo(404);
        assertThat(one.post("eve", "/api/v1/orders/" + id + "/cancellation", null, "").status())
                .isEqualTo(404);
        assertThat(one.get("", "/api/v1/orders/" + id).status()).isEqualTo(401);
    }

    @Test
    void a_cancelled_order_gives_its_stock_back() {
        String sku = world.onSale("goods", 1_000, 1);
        String id = one.order("fred", key(), sku).text("id");
        String path = "/api/v1/orders/" + id + "/cancellation";
        assertThat(one.post("fred", path, null, "").status()).isEqualTo(200);
        assertThat(two.post("fred", path, null, "").status()).isEqualTo(200);
        World.await("released", () -> world.stock.free(World.unit(sku)) == 1);
        assertThat(one.pay("fred", id).code()).isEqualTo("not-payable");
    }

    @Test
    void what_is_told_carries_the_trace_of_its_request() {
        String placing = "0af7651916cd43dd8448eb211c80319c";
        String cancelling = "4bf92f3577b34da6a3ce929d0e0e4736";
        String body = Instance.body(1, world.onSale("goods", 1_000, 1));
        Reply placed =
                one.postIn(
                        "00-" + placing + "-b7ad6b7169203331-01", "tina", "/api/v1/orders", body);
        assertThat(placed.raw().headers().firstValue("X-Correlation-Id")).contains(placing);
        String id = placed.text("id");
        String path = "/api/v1/orders/" + id + "/cancellation";
        one.postIn("00-" + cancelling + "-b7ad6b7169203331-01", "tina", path, "");

        World.await("told", () -> world.types(id).contains("order.cancelled.v1"));
        assertThat(world.told(id).getFirst().traceparent()).contains(placing);
        assertThat(world.told(id).getLast().traceparent()).contains(cancelling);
        assertThat(world.told(id))
                .filteredOn(event -> event.type().equals("order.accepted.v1"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.traceparent()).contains(placing));
    }

    @Test
    void orders_are_listed_newest_first_page_by_page() {
        String sku = world.onSale("digital", 1_000, 0);
        List<String> placed = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            placed.addFirst(one.order("gina", key(), sku).text("id"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = two.get("gina", "/api/v1/orders?limit=2" + cursor);
            page.body().path("items").forEach(item -> seen.add(item.path("id").asString()));
            cursor = page.body().has("next") ? "&cursor=" + page.text("next") : "";
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyElementsOf(placed);
    }

    @Test
    void a_watcher_who_has_seen_all_is_answered_before_anything_happens() throws Exception {
        String id = one.order("ida", key(), world.onSale("goods", 1_000, 5)).text("id");
        var watching =
                two.request("ida", "/api/v1/orders/" + id + "/events")
                        .header("Last-Event-ID", "2")
                        .timeout(java.time.Duration.ofSeconds(10))
                        .GET()
                        .build();
        var answer =
                java.net.http.HttpClient.newHttpClient()
                        .send(watching, java.net.http.HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void a_watcher_who_has_seen_the_end_is_not_kept() throws Exception {
        String id = one.order("jan", key(), world.onSale("goods", 1_000, 5)).text("id");
        one.post("jan", "/api/v1/orders/" + id + "/cancellation", null, "");
        var watching =
                two.request("jan", "/api/v1/orders/" + id + "/events")
                        .header("Last-Event-ID", "7")
                        .GET()
                        .build();
        String told =
                java.net.http.HttpClient.newHttpClient()
                        .sendAsync(watching, java.net.http.HttpResponse.BodyHandlers.ofString())
                        .get(30, java.util.concurrent.TimeUnit.SECONDS)
                        .body();
        assertThat(told).doesNotContain("data:");
    }

    @Test
    void events_are_streamed_from_where_the_client_was() throws Exception {
        String sku = world.onSale("goods", 1_000, 5);
        String id = one.order("hans", key(), sku).text("id");
        String path = "/api/v1/orders/" + id + "/events";
        one.post("hans", "/api/v1/orders/" + id + "/cancellation", null, "");
        Reply all = two.get("hans", path);
        assertThat(all.raw().body())
                .contains("\"placing\"", "\"awaiting-payment\"", "\"cancelled\"");
        var later = two.request("hans", path).header("Last-Event-ID", "2").GET().build();
        String rest =
                java.net.http.HttpClient.newHttpClient()
                        .send(later, java.net.http.HttpResponse.BodyHandlers.ofString())
                        .body();
        assertThat(rest).contains("\"cancelled\"").doesNotContain("\"placing\"");
    }

    @Test
    void a_silent_owner_is_202_and_asked_again() {
        String sku = world.onSale("goods", 1_000, 5);
        world.stock.beSilent(true);
        Reply reply = one.order("ida", key(), sku);
        assertThat(reply.status()).isEqualTo(202);
        assertThat(one.bean(MeterRegistry.class).get("xinqun.order.undecided").counter().count())
                .isPositive();
        assertThat(reply.text("state")).isEqualTo("placing");
        world.stock.beSilent(false);
        String id = reply.text("id");
        World.await("decided", () -> one.state("ida", id).equals("awaiting-payment"));
        String command = id + ":reserve:" + World.unit(sku);
        assertThat(world.stock.commands().stream().filter(command::equals)).hasSizeGreaterThan(1);
        assertThat(world.stock.free(World.unit(sku))).isEqualTo(4);
    }
}
