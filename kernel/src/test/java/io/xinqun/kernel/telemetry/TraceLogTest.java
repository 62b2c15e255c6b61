package io.xinqun.kernel.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.observation.ObservationRegistry;
import io.xinqun.kernel.event.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TraceLogTest {

    private static final String ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String RECORDED = "00-" + ID + "-b7ad6b7169203331-01";
    private static final String OTHER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Logger logger = (Logger) LoggerFactory.getLogger(TraceLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
    }

    @Test
    void a_step_of_a_recorded_trace_is_a_line_with_its_id_and_leaves_nothing_behind() {
        MDC.put(Correlation.KEY, "outer");
        TraceLog.step(RECORDED, "order {} {}", "o-1", "paid");
        assertThat(lines.list).hasSize(1);
        ILoggingEvent line = lines.list.getFirst();
        assertThat(line.getFormattedMessage()).isEqualTo("order o-1 paid");
        assertThat(line.getMDCPropertyMap())
                .containsEntry(TraceLog.TRACE_KEY, ID)
                .containsEntry(Correlation.KEY, ID);
        assertThat(MDC.get(Correlation.KEY)).isEqualTo("outer");
        assertThat(MDC.get(TraceLog.TRACE_KEY)).isNull();
        MDC.clear();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "0a-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "xx-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-y1",
                "1"
            })
    void what_is_not_recorded_or_no_trace_has_no_lines(@Nullable String traceparent) {
        TraceLog.step(traceparent, "nothing");
        assertThat(lines.list).isEmpty();
    }

    @Test
    void only_what_is_a_traceparent_is_kept() {
        assertThat(Traces.proper(RECORDED)).isEqualTo(RECORDED);
        assertThat(Traces.proper("00-" + ID + "-b7ad6b7169203331-01; drop")).isNull();
        assertThat(Traces.proper(null)).isNull();
    }

    @Test
    void a_batch_runs_in_a_trace_only_when_it_is_that_of_all() {
        assertThat(traceWhileHandling(event(RECORDED))).contains(ID);
        assertThat(traceWhileHandling(event(RECORDED), event(RECORDED))).contains(ID);
        assertThat(traceWhileHandling(event(RECORDED), event(OTHER))).isNull();
        assertThat(traceWhileHandling(event(RECORDED), event(null))).isNull();
        assertThat(traceWhileHandling(event(null), event(RECORDED))).isNull();
    }

    private static @Nullable String traceWhileHandling(Event... events) {
        String[] seen = new String[1];
        EventScope.ofAll(List.of(events))
                .run(ObservationRegistry.NOOP, "group", () -> seen[0] = Traces.current());
        return seen[0];
    }

    private static Event event(@Nullable String traceparent) {
        return new Event(
                "o-1:1",
                "order.paid.v1",
                "order-service",
                "o-1",
                1,
                null,
                null,
                traceparent,
                Instant.EPOCH,
                new byte[] {'{', '}'});
    }
}
