package io.xinqun.catalog.stock.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.catalog.stock.StockCommand;
import io.xinqun.catalog.stock.StockRule;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.event.Contracts;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.Decision;
import io.xinqun.kernel.total.Item;
import io.xinqun.kernel.total.OutgoingEvent;
import io.xinqun.kernel.total.View;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StockMessagesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final StockCommandDecoder decoder = new StockCommandDecoder();
    private final StockOutcomes outcomes = new StockOutcomes("catalog-service");

    private static Event event(String type, byte[] data) {
        return new Event("id1", type, "test", "unit", 0, null, null, null, NOON, data);
    }

    /// A unit with `free` pieces and nothing else.
    private record Shelf(long free) implements View {

        @Override
        public Amounts total(String id) {
            return Amounts.of("free", free).plus("onHand", free).plus("countedAt", 1);
        }

        @Override
        public Item item(String key) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stock.reserve.v1, reserve, 9, reserved",
        "stock.reserve.v1, reserve, 0, sold-out",
        "stock.confirm.v1, confirm, 9, refused",
        "stock.release.v1, release, 9, released",
        "stock.count.v1,   count,   9, counted",
    })
    void the_committed_example_is_read_decided_and_told(
            String type, String verb, long free, String outcome) {
        Command<StockCommand> command = decoder.decode(event(type, Contracts.example(type)));
        assertThat(command.payload().verb()).isEqualTo(verb);
        assertThat(command.at()).isEqualTo(NOON);

        Decision decision = new StockRule().decide(command, new Shelf(free));
        OutgoingEvent told = outcomes.apply(decision).getFirst();

        ContractAssertions.assertMatches("stock.decided.v1", told.event().data());
        assertThat(decision.outcome()).isEqualTo(outcome);
        String order = verb.equals("count") ? command.total() : orderId(command);
        assertThat(told.key()).isEqualTo(order);
    }

    private static String orderId(Command<StockCommand> command) {
        return ((StockCommand.OfOrder) command.payload()).orderId();
    }

    @ParameterizedTest
    @ValueSource(strings = {Decision.EXPIRED, Decision.UNPROCESSABLE})
    void a_command_that_the_owner_refuses_is_told_to_the_order_too(String outcome) {
        String type = "stock.reserve.v1";
        Command<StockCommand> command = decoder.decode(event(type, Contracts.example(type)));

        OutgoingEvent told = outcomes.apply(new StockRule().refuse(command, outcome)).getFirst();

        ContractAssertions.assertMatches("stock.decided.v1", told.event().data());
        assertThat(told.key()).isEqualTo(orderId(command));
    }

    @Test
    void the_same_decision_is_told_in_the_same_bytes() {
        String type = "stock.reserve.v1";
        Command<StockCommand> command = decoder.decode(event(type, Contracts.example(type)));
        Decision decision = new StockRule().decide(command, new Shelf(9));
        assertThat(outcomes.apply(decision)).isEqualTo(outcomes.apply(decision));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stock.sell.v1    | {}",
                "stock.confirm.v1 | {\"orderId\":\"o\"}",
                "stock.confirm.v1 | {\"orderId\":\"\",\"unit\":\"u\"}",
                "stock.confirm.v1 | []",
                "stock.reserve.v1 | {\"orderId\":\"o\",\"unit\":\"u\",\"quantity\":0,\"expiresAt\":\"2026-11-23T04:00:00Z\"}",
                "stock.reserve.v1 | {\"orderId\":\"o\",\"unit\":\"u\",\"quantity\":10000,\"expiresAt\":\"2026-11-23T04:00:00Z\"}",
                "stock.reserve.v1 | {\"orderId\":\"o\",\"unit\":\"u\",\"quantity\":1}",
                "stock.count.v1   | {\"unit\":\"u\",\"count\":-1,\"countedAt\":\"2026-11-23T04:00:00Z\"}",
            })
    void what_can_never_be_decided_is_poison(String type, String data) {
        Event event = event(type, data.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> decoder.decode(event)).isInstanceOf(PoisonMessage.class);
    }
}
