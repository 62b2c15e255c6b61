package io.xinqun.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.kernel.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void it_comes_back_as_it_went_whatever_is_in_it() {
        List<String> parts = List.of("2026-11-22", "", "1:2", "苹果", "\n", "💰");
        String cursor = Cursor.encode(parts.toArray(String[]::new));
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(cursor)).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YWJj", "OTk6YQ", "LTE6", "MQ", "OjE", "MTo", "////"})
    void what_was_not_made_here_is_an_invalid_request(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo("invalid-request"));
    }

    @Test
    void an_endless_cursor_is_refused() {
        assertThatThrownBy(() -> Cursor.decode("A".repeat(2_000))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.decode(Cursor.encode("x".repeat(2_000))))
                .isInstanceOf(Problem.class);
    }
}
