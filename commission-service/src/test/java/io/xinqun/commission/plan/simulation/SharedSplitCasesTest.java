package io.xinqun.commission.plan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.ledger.sold.SoldLine;
import io.xinqun.commission.ledger.sold.SoldOrder;
import io.xinqun.commission.ledger.sold.SoldOrder.Through;
import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.commission.plan.terms.Scope;
import io.xinqun.commission.plan.terms.ScopeKind;
import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table that order-service is held to as well: what is simulated here is what is frozen there.
@Tag("F1")
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
        List<PlanCandidate> plans =
                given.path("plans")
                        .valueStream()
                        .flatMap(SharedSplitCasesTest::candidates)
                        .toList();
        Instant at = Instant.parse(given.path("order").path("at").asString());

        List<String> found =
                SimulatedSplit.of(order(given.path("order")), plans, at).stream()
                        .map(SharedSplitCasesTest::shown)
                        .toList();

        assertThat(found)
                .isEqualTo(
                        given.path("lines")
                                .valueStream()
                                .map(line ->
                                        line.path("plan").asString("none")
                                                + " | "
                                                + line.path("split").asString())
                                .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_plans_of_the_table_are_told_like_this(String name, JsonNode given) {
        for (JsonNode plan : given.path("plans")) {
            ContractAssertions.assertMatches(
                    "commission.plan.v1", JsonMapper.shared().writeValueAsBytes(plan));
        }
    }

    private static Stream<PlanCandidate> candidates(JsonNode plan) {
        return plan.path("versions")
                .valueStream()
                .filter(version -> version.path("state").asString().equals("active"))
                .map(version ->
                        new PlanCandidate(
                                plan.path("planId").asString(),
                                version.path("version").asInt(),
                                Instant.parse(version.path("activeFrom").asString()),
                                terms(version),
                                false));
    }

    private static PlanTerms terms(JsonNode version) {
        JsonNode scope = version.path("scope");
        return new PlanTerms(
                new Scope(ScopeKind.parse(scope.path("kind").asString()), text(scope, "value")),
                level(version.path("level1")),
                version.has("level2") ? level(version.path("level2")) : null,
                version.path("selfPurchase").asBoolean());
    }

    private static Level level(JsonNode level) {
        Pay pay =
                level.has("fixedFen")
                        ? new Pay.PerUnit(Fen.of(level.path("fixedFen").asLong()))
                        : new Pay.OfPaidGoods(
                                BasisPoints.of(level.path("rateBasisPoints").asInt()));
        return new Level(
                pay,
                fen(level, "maximumPerLineFen"),
                fen(level, "maximumPerOrderFen"),
                BasisPoints.of(level.path("supplierFundsBasisPoints").asInt(0)));
    }

    private static @Nullable Fen fen(JsonNode node, String name) {
        return node.has(name) ? Fen.of(node.path(name).asLong()) : null;
    }

    private static SoldOrder order(JsonNode order) {
        List<SoldLine> lines = new ArrayList<>();
        for (JsonNode line : order.path("lines")) {
            lines.add(
                    new SoldLine(
                            Integer.toString(lines.size() + 1),
                            new SoldLine.Article(
                                    line.path("sku").asString(),
                                    line.path("supplier").asString(),
                                    line.path("category")
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .toList(),
                                    text(line, "activity")),
                            line.path("quantity").asLong(),
                            Fen.of(line.path("paidFen").asLong()),
                            Fen.of(line.path("supplierFen").asLong())));
        }
        Through through =
                switch (order.path("through").asString()) {
                    case "own" -> Through.SELF;
                    case "nobody" -> Through.NOBODY;
                    default -> Through.CURATOR;
                };
        return new SoldOrder(
                lines, through, order.path("second").asBoolean(), text(order, "level"));
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asString() : null;
    }

    private static String shown(SimulatedLine line) {
        List<String> parts = new ArrayList<>();
        if (line.supplier().isPositive()) {
            parts.add("supplier " + line.supplier().amount());
        }
        line.level1().ifPresent(part -> parts.add("level1 " + shown(part)));
        line.level2().ifPresent(part -> parts.add("level2 " + shown(part)));
        if (line.platform().isPositive()) {
            parts.add("platform " + line.platform().amount());
        }
        String plan = line.plan().map(each -> each.planId() + ":" + each.version()).orElse("none");
        return plan + " | " + String.join(", ", parts);
    }

    private static String shown(SimulatedLine.Part part) {
        Optional<String> cut =
                part.cap().map(cap -> " of " + part.wanted().amount() + " " + cap.text());
        String funds =
                part.supplierFunds().isPositive()
                        ? " supplier-funds " + part.supplierFunds().amount()
                        : "";
        return part.amount().amount() + cut.orElse("") + funds;
    }
}
