package io.xinqun.order.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.order.order.deal.Attributed;
import io.xinqun.order.order.deal.Basket;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.deal.PlanBook;
import io.xinqun.order.order.deal.Quote;
import io.xinqun.order.order.line.PriceReason;
import io.xinqun.order.testing.Samples;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CalculatorTest {

    private static final Offer RICE = Samples.offer("rice", 3_200, 4_590, 4_300L);
    private static final Offer SALT = Samples.offer("salt", 100, 250, null);
    private static final Offer GONE = new Offer(RICE.article(), false, RICE.prices(), 20, 7);
    private static final Offer GOLD = Samples.offer("gold", 1, Long.MAX_VALUE / 2, null);

    private static Quote quote(Attributed attributed, Basket.Item... items) {
        Basket basket = new Basket("mei", List.of(items), null, null);
        PlanBook plans = new PlanBook(List.of(Samples.plan(1_000, null, null)));
        return Calculator.quote(
                basket,
                new Calculator.Facts(
                        Map.of("rice", RICE, "salt", SALT, "gone", GONE, "gold", GOLD),
                        attributed,
                        plans,
                        Samples.NOW));
    }

    private static Basket.Item item(String sku, long quantity) {
        return item(sku, quantity, null);
    }

    private static Basket.Item item(String sku, long quantity, @Nullable Long version) {
        return new Basket.Item(sku, quantity, version);
    }

    @Test
    @Tag("CG6")
    void a_link_that_counts_gives_the_curator_price_where_there_is_one() {
        Quote quote =
                quote(
                        Samples.attributed(PriceReason.CURATOR_LINK),
                        item("rice", 2),
                        item("salt", 1));
        assertThat(quote.payable()).isEqualTo(Fen.of(2 * 4_300 + 250));
        assertThat(quote.lines().stream().map(line -> line.price().reason()))
                .containsExactly(PriceReason.CURATOR_LINK, PriceReason.NO_CURATOR_PRICE);
        assertThat(quote.attribution()).isEqualTo(Samples.LINK);
        assertThat(quote.community()).isEqualTo("c-1");
    }

    @ParameterizedTest
    @EnumSource(
            value = PriceReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CURATOR_LINK", "NO_CURATOR_PRICE"})
    void a_link_that_does_not_count_is_the_direct_price_and_no_earnings(PriceReason reason) {
        Attributed attributed =
                reason == PriceReason.OWN_LINK
                        ? Samples.attributed(reason)
                        : Attributed.nobody(reason);
        Quote quote = quote(attributed, item("rice", 1));
        assertThat(quote.payable()).isEqualTo(Fen.of(4_590));
        assertThat(quote.lines().getFirst().price().reason()).isEqualTo(reason);
        assertThat(quote.attribution()).isNull();
        assertThat(quote.lines().getFirst().split()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    what, 1, ,  unknown-sku
                    what, 1, 1, not-known-yet
                    rice, 1, 2, not-known-yet
                    gone, 1, ,  not-on-sale
                    rice, 21, , quantity-over-limit
                    gold, 3, ,  amount-too-large
                    """)
    void what_cannot_be_sold_has_a_code(
            String sku, long quantity, @Nullable Long version, String code) {
        assertThatThrownBy(() ->
                        quote(Attributed.nobody(PriceReason.NO_LINK), item(sku, quantity, version)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo(code));
    }

    @Test
    void the_hash_is_of_what_the_buyer_sees() {
        Quote direct = quote(Attributed.nobody(PriceReason.NO_LINK), item("rice", 1));
        Quote same = quote(Attributed.nobody(PriceReason.LINK_EXPIRED), item("rice", 1));
        Quote curator = quote(Samples.attributed(PriceReason.CURATOR_LINK), item("rice", 1));
        Quote two = quote(Attributed.nobody(PriceReason.NO_LINK), item("rice", 2));
        assertThat(same.hash()).isEqualTo(direct.hash());
        assertThat(List.of(curator.hash(), two.hash())).doesNotContain(direct.hash());
    }
}
