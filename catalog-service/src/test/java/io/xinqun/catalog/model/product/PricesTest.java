package io.xinqun.catalog.model.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.money.Fen;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PricesTest {

    @ParameterizedTest
    @CsvSource({"150, 150", "200, 200", ", 200"})
    void a_buyer_with_a_link_pays_the_better_of_the_two(Long curator, long expected) {
        Prices prices =
                new Prices(
                        Fen.of(100), Fen.of(200), null, curator == null ? null : Fen.of(curator));
        assertThat(prices.withCurator()).isEqualTo(Fen.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, ,    ,    false, false",
        "100, 99,  ,    ,    true,  false",
        "100, 200, 99,  ,    true,  false",
        "100, 200, ,    99,  true,  false",
        "100, 200, 201, ,    false, true",
        "100, 200, ,    201, false, true",
        "100, 200, 100, 200, false, false",
    })
    void no_price_is_below_supply_and_no_favour_above_direct(
            long supply, long direct, Long member, Long curator, boolean below, boolean above) {
        Prices prices =
                new Prices(
                        Fen.of(supply),
                        Fen.of(direct),
                        member == null ? null : Fen.of(member),
                        curator == null ? null : Fen.of(curator));
        assertThat(prices.isBelowSupply()).isEqualTo(below);
        assertThat(prices.isAboveDirect()).isEqualTo(above);
    }
}
