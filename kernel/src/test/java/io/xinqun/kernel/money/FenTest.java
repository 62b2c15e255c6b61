package io.xinqun.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class FenTest {

    private static final Fen LARGEST = Fen.of(Long.MAX_VALUE);
    private static final Fen SMALLEST = Fen.of(Long.MIN_VALUE);

    static Stream<ThrowingCallable> overflows() {
        return Stream.of(
                () -> LARGEST.plus(Fen.of(1)),
                () -> SMALLEST.minus(Fen.of(1)),
                () -> Fen.ZERO.minus(SMALLEST),
                () -> LARGEST.times(2),
                () -> SMALLEST.times(-1),
                () -> SMALLEST.negated());
    }

    @ParameterizedTest
    @MethodSource("overflows")
    void money_never_wraps_around(ThrowingCallable operation) {
        assertThatThrownBy(operation)
                .isInstanceOf(MoneyOverflow.class)
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void it_adds_compares_and_knows_its_sign() {
        assertThat(Fen.of(3).plus(Fen.of(4)).minus(Fen.of(9))).isEqualTo(Fen.of(-2));
        assertThat(Fen.of(3).times(-2)).isEqualTo(Fen.of(-6));
        assertThat(Fen.of(3).min(Fen.of(2))).isEqualTo(Fen.of(2));
        assertThat(Fen.of(3).max(Fen.of(2))).isEqualTo(Fen.of(3));
        assertThat(Fen.of(-1).isNegative()).isTrue();
        assertThat(Fen.ZERO.isZero()).isTrue();
        assertThat(Fen.of(1).isPositive()).isTrue();
        assertThat(Fen.of(1)).isGreaterThan(Fen.ZERO);
    }

    @Test
    void in_json_it_is_a_plain_integer() {
        JsonMapper json = JsonMapper.shared();
        assertThat(json.writeValueAsString(Fen.of(-15))).isEqualTo("-15");
        assertThat(json.readValue("1999", Fen.class)).isEqualTo(Fen.of(1999));
        assertThat(json.writeValueAsString(BasisPoints.of(250))).isEqualTo("250");
        assertThat(json.readValue("250", BasisPoints.class)).isEqualTo(BasisPoints.of(250));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 3333, 33, 34, 33",
        "1, 5000, 0, 1, 1",
        "3, 5000, 1, 2, 2",
        "1, 4999, 0, 1, 0",
        "-1, 5000, 0, -1, -1",
        "-100, 3333, -33, -34, -33",
        "1999, 10000, 1999, 1999, 1999",
        "1999, 0, 0, 0, 0",
        "9223372036854775807, 10000, 9223372036854775807, 9223372036854775807, 9223372036854775807"
    })
    void a_rate_rounds_down_up_and_to_the_half(
            long whole, int rate, long down, long up, long halfUp) {
        BasisPoints points = BasisPoints.of(rate);
        assertThat(points.shareOf(Fen.of(whole))).isEqualTo(Fen.of(down));
        assertThat(points.shareRoundedUp(Fen.of(whole))).isEqualTo(Fen.of(up));
        assertThat(points.shareHalfUp(Fen.of(whole))).isEqualTo(Fen.of(halfUp));
    }

    @Test
    void a_rate_is_between_nothing_and_the_whole() {
        assertThatThrownBy(() -> BasisPoints.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BasisPoints.of(10_001))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
