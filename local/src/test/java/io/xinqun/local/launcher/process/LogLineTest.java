package io.xinqun.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogLineTest {

    @Test
    void a_json_line_is_read_as_level_logger_correlation_message_and_stack() {
        LogLine line =
                LogLine.of(
                        """
                        {"@timestamp":"2026-11-23T10:04:30.087927657Z",
                         "log":{"level":"ERROR","logger":"io.xinqun.kernel.problem.ProblemHandler"},
                         "message":"GET /api/v1/orders/{id} failed","correlationId":"c-1",
                         "error":{"stack_trace":"java.lang.IllegalStateException: x\\n\\tat y\\n"}}
                        """);
        assertThat(line.time()).isEqualTo(Instant.parse("2026-11-23T10:04:30.087927657Z"));
        assertThat(line.text())
                .matches("(?s)\\d\\d:\\d\\d:\\d\\d\\.087 ERROR .*")
                .endsWith(
                        "ERROR ProblemHandler: [c-1] GET /api/v1/orders/{id} failed\n"
                                + "java.lang.IllegalStateException: x\n\tat y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Picked up JAVA_TOOL_OPTIONS", "{half", "{}", "{\"a\":1}"})
    void any_other_line_stays_as_it_is(String line) {
        assertThat(LogLine.of(line)).isEqualTo(new LogLine(Instant.EPOCH, line));
    }
}
