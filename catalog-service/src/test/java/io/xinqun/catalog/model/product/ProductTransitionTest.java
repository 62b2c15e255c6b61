package io.xinqun.catalog.model.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.catalog.model.product.ProductTransition.Command;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductTransitionTest {

    /// Every state × every command.
    @ParameterizedTest
    @CsvSource({
        "DRAFT,    APPROVE,  ON_SALE",
        "ON_SALE,  APPROVE,  ON_SALE",
        "OFF_SALE, APPROVE,  ON_SALE",
        "DRAFT,    WITHDRAW, ",
        "ON_SALE,  WITHDRAW, OFF_SALE",
        "OFF_SALE, WITHDRAW, OFF_SALE",
    })
    void every_state_answers_every_command(ProductState from, Command command, ProductState to) {
        assertThat(ProductTransition.of(from, command).orElse(null)).isEqualTo(to);
    }
}
