package io.xinqun.order.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.order.order.OrderState.Name;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderTransitionTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    STATE,            HOLD,             SELL_OUT,  EXPIRE,  CANCEL,    PAY,  PAY_LATE, PAY_AGAIN, REFUND
                    PLACING,          AWAITING_PAYMENT, REFUSED,   EXPIRED, CANCELLED, -,    -,        -,         -
                    AWAITING_PAYMENT, -,                -,         EXPIRED, CANCELLED, PAID, RETAKING, -,         -
                    REFUSED,          -,                -,         -,       -,         -,    -,        -,         -
                    EXPIRED,          -,                -,         -,       -,         PAID, RETAKING, -,         -
                    CANCELLED,        -,                -,         -,       -,         PAID, RETAKING, -,         -
                    RETAKING,         PAID,             REFUNDING, -,       -,         -,    -,        RETAKING,  -
                    PAID,             -,                -,         -,       -,         -,    -,        PAID,      -
                    REFUNDING,        -,                -,         -,       -,         -,    -,        REFUNDING, REFUNDED
                    REFUNDED,         -,                -,         -,       -,         -,    -,        REFUNDED,  -
                    """)
    void every_state_meets_every_move(
            Name state,
            String hold,
            String sellOut,
            String expire,
            String cancel,
            String pay,
            String payLate,
            String payAgain,
            String refund) {
        List<String> expected =
                List.of(hold, sellOut, expire, cancel, pay, payLate, payAgain, refund);
        assertThat(expected).hasSameSizeAs(OrderMove.values());
        Map<OrderMove, String> actual = new EnumMap<>(OrderMove.class);
        for (OrderMove move : OrderMove.values()) {
            actual.put(move, OrderTransition.target(state, move).map(Enum::name).orElse("-"));
        }
        assertThat(actual.values()).containsExactlyElementsOf(expected);
    }

    @Test
    void the_table_above_has_every_state_and_no_move_is_listed_twice() throws Exception {
        String rows =
                getClass()
                        .getDeclaredMethod(
                                "every_state_meets_every_move",
                                Name.class,
                                String.class,
                                String.class,
                                String.class,
                                String.class,
                                String.class,
                                String.class,
                                String.class,
                                String.class)
                        .getAnnotation(CsvSource.class)
                        .textBlock();
        assertThat(rows.lines().skip(1).map(row -> row.split(",")[0]))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Name.values()).map(Enum::name).toList());
        assertThat(
                        OrderTransition.ALL.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                each -> each.from() + " " + each.move(),
                                                Collectors.counting()))
                                .values())
                .allMatch(times -> times == 1);
    }
}
