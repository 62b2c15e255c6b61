package io.xinqun.catalog.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.catalog.model.product.Prices;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Product.DetailsSource;
import io.xinqun.catalog.model.product.Product.Revision;
import io.xinqun.catalog.model.product.ProductChange;
import io.xinqun.catalog.model.product.ProductDetails;
import io.xinqun.catalog.model.product.ProductEvent;
import io.xinqun.catalog.model.product.ProductEvent.Cause;
import io.xinqun.catalog.model.product.ProductEvent.OfferChanged;
import io.xinqun.catalog.model.product.ProductEvent.StockCounted;
import io.xinqun.catalog.model.product.ProductKind;
import io.xinqun.catalog.model.product.ProductState;
import io.xinqun.catalog.model.product.Sku;
import io.xinqun.catalog.model.product.StockCount;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.total.Slots;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductOutboxTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final ProductOutbox outbox = new ProductOutbox(Slots.DEFAULT);

    private static Product product(ProductKind kind, ProductState state, boolean hidden) {
        ProductDetails details =
                new ProductDetails(
                        "红米", null, kind, List.of("粮油"), null, List.of(), List.of(), null, null, 7);
        Prices prices = new Prices(Fen.of(100), Fen.of(200), null, Fen.of(150));
        Sku sku = new Sku("sku1", "A", 3, "content", new Sku.Terms("1 kg", "袋", prices, 9), null);
        return new Product(
                "product1",
                "supplier1",
                "A",
                state,
                hidden,
                details,
                new DetailsSource(3, "A"),
                List.of(sku),
                new Revision(4, 2, NOON, NOON));
    }

    private OutboxEntry entry(Product product, ProductEvent event, Cause cause) {
        ProductChange change = new ProductChange(product, List.of(event), cause, NOON);
        return outbox.apply(product, change).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "GOODS, DRAFT, false, draft",
        "GOODS, ON_SALE, false, on-sale",
        "GOODS, ON_SALE, true, off-sale",
        "DIGITAL, ON_SALE, false, on-sale",
        "SERVICE, OFF_SALE, true, off-sale",
    })
    void an_offer_is_told_as_its_contract_says(
            ProductKind kind, ProductState state, boolean hidden, String told) {
        OutboxEntry entry = entry(product(kind, state, hidden), new OfferChanged(), Cause.FEED);

        ContractAssertions.assertMatches("catalog.offer.v1", entry.data());
        String json = new String(entry.data(), StandardCharsets.UTF_8);
        assertThat(json).contains("\"state\":\"" + told + "\"");
        assertThat(json)
                .contains(
                        kind == ProductKind.GOODS
                                ? "\"stockUnit\":\"sku1:main:base\""
                                : "\"stockUnit\":null");
        assertThat(entry.id()).isEqualTo("product1:2");
        assertThat(entry.key()).isEqualTo("product1");
        assertThat(entry.sequence()).isEqualTo(2);
    }

    @Test
    void an_operators_change_names_the_operator() {
        Cause cause = new Cause("o1", "operator", null);
        Product product = product(ProductKind.GOODS, ProductState.ON_SALE, false);
        assertThat(entry(product, new OfferChanged(), cause).actor())
                .isEqualTo(new Actor("o1", "operator"));
    }

    @Test
    void a_count_is_a_command_to_the_units_slot_with_the_id_of_its_moment() {
        StockCounted counted = new StockCounted("sku1", 3, new StockCount(12, NOON));
        Product product = product(ProductKind.GOODS, ProductState.DRAFT, false);

        OutboxEntry entry = entry(product, counted, Cause.FEED);

        ContractAssertions.assertMatches("stock.count.v1", entry.data());
        assertThat(entry.id()).isEqualTo(NOON.toEpochMilli() + ":count:sku1:main:base");
        assertThat(entry.sequence()).isZero();
        assertThat(entry.key()).isEqualTo(Slots.DEFAULT.topicKey("sku1:main:base"));
    }
}
