package io.xinqun.order.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.deal.Attributed;
import io.xinqun.order.order.deal.Binding;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.deal.Plan;
import io.xinqun.order.order.deal.PlanBook;
import io.xinqun.order.order.line.Attribution;
import io.xinqun.order.order.line.LineKind;
import io.xinqun.order.order.line.OrderLine.Article;
import io.xinqun.order.order.line.PriceReason;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRole;
import io.xinqun.order.plans.messaging.PlanHandler;
import io.xinqun.order.quote.OrderSplit.Sale;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table that commission-service is held to as well: plans go in as they are told, and what is
/// frozen here is what is simulated there.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Tag("F1")
@Tag("CM1")
@Tag("CM2")
@Tag("CM9")
@Tag("CM11")
@Tag("CM19")
class SharedSplitCasesTest {

    static Stream<Arguments> cases() throws IOException {
        try (InputStream file =
                SharedSplitCasesTest.class.getResourceAsStream("/cases/commission-split.json")) {
            return JsonMapper.shared()
                    .readTree(file)
                    .path("cases")
                    .valueStream()
                    .map(each -> Arguments.of(each.path("name").asString(), each));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void an_order_is_split_as_the_table_says(String name, JsonNode given) {
        JsonNode order = given.path("order");
        Attributed attributed = attributed(order);
        List<Sale> sales = sales(order, book(given.path("plans")), attributed);

        List<List<SplitPart>> splits = OrderSplit.of(sales, attributed);

        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (JsonNode line : given.path("lines")) {
            int number = expected.size();
            expected.add(
                    line.path("plan").asString("none") + " | " + line.path("split").asString());
            found.add(
                    sales.get(number).planInForce().map(SharedSplitCasesTest::shown).orElse("none")
                            + " | "
                            + splits.get(number).stream()
                                    .map(SharedSplitCasesTest::shown)
                                    .collect(Collectors.joining(", ")));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static PlanBook book(JsonNode told) {
        List<Plan> plans = new ArrayList<>();
        PlanHandler handler =
                new PlanHandler(
                        (planId, active, version) -> Mono.fromRunnable(() -> plans.addAll(active)));
        for (JsonNode plan : told) {
            byte[] data = JsonMapper.shared().writeValueAsBytes(plan);
            String id = plan.path("planId").asString();
            handler.handle(
                    new Event(
                            id + ":1",
                            "commission.plan.v1",
                            "commission-service",
                            id,
                            1,
                            null,
                            null,
                            null,
                            Instant.EPOCH,
                            data));
        }
        return new PlanBook(plans);
    }

    private static Attributed attributed(JsonNode order) {
        String through = order.path("through").asString();
        if (through.equals("nobody")) {
            return Attributed.nobody(PriceReason.SHARER_NOT_ACTIVE);
        }
        String second = order.path("second").asBoolean() ? "second" : null;
        Attribution attribution =
                new Attribution("sharer", second, "Xq7Lm2", "group", 1, 3, text(order, "level"));
        return new Attributed(
                new Binding("mei", attribution, null, null),
                through.equals("own") ? PriceReason.OWN_LINK : PriceReason.CURATOR_LINK);
    }

    private static List<Sale> sales(JsonNode order, PlanBook book, Attributed attributed) {
        Binding binding = attributed.binding();
        String level = binding == null ? null : binding.attribution().level();
        Instant at = Instant.parse(order.path("at").asString());
        return order.path("lines")
                .valueStream()
                .map(line -> {
                    Offer offer = offer(line);
                    return new Sale(
                            offer,
                            line.path("quantity").asLong(),
                            Fen.of(line.path("paidFen").asLong()),
                            book.planFor(offer.article(), level, at));
                })
                .toList();
    }

    private static Offer offer(JsonNode line) {
        String sku = line.path("sku").asString();
        String quota = line.path("activity").asString("base");
        Article article =
                new Article(
                        sku,
                        "p-" + sku,
                        line.path("supplier").asString(),
                        sku,
                        LineKind.GOODS,
                        sku + ":main:" + quota,
                        line.path("category").valueStream().map(JsonNode::asString).toList());
        Fen supply = Fen.of(line.path("supplierFen").asLong() / line.path("quantity").asLong());
        return new Offer(article, true, new Offer.Prices(supply, supply, null), 99, 1);
    }

    private static @Nullable String text(JsonNode node, String name) {
        return Optional.of(node.path(name).asString(""))
                .filter(found -> !found.isEmpty())
                .orElse(null);
    }

    private static String shown(Plan plan) {
        return plan.planId() + ":" + plan.version();
    }

    private static String shown(SplitPart part) {
        StringBuilder text = new StringBuilder(name(part.role()));
        text.append(' ').append(part.amount().amount());
        if (part.rule() != null && part.rule().cut() != null) {
            text.append(" of ").append(part.rule().cut().from().amount());
            text.append(' ').append(part.rule().cut().by().code());
        }
        if (part.rule() != null && part.rule().supplierFunds().isPositive()) {
            text.append(" supplier-funds ").append(part.rule().supplierFunds().amount());
        }
        return text.toString();
    }

    private static String name(SplitRole role) {
        return switch (role) {
            case CURATOR -> "level1";
            case SECOND -> "level2";
            case SUPPLIER, PLATFORM -> role.code();
        };
    }
}
