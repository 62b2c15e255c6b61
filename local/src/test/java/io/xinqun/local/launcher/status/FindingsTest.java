package io.xinqun.local.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.local.launcher.status.BrokerNumbers.Lag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String METRICS =
            """
            # HELP xinqun_outbox_left Documents
            # TYPE xinqun_outbox_left gauge
            xinqun_outbox_left{collection="orders",program="order-service"} 3.0
            xinqun_outbox_left{collection="carts",program="order-service"} 4.0
            xinqun_outbox_oldest_age{collection="orders"} 12.0
            xinqun_outbox_oldest_age{collection="carts"} 7.0
            xinqun_consumer_parked_keys{group="a"} 2.0
            resilience4j_circuitbreaker_state{name="wechat-pay",state="open"} 0.0
            resilience4j_circuitbreaker_state{name="wechat-pay",state="closed"} 1.0
            jvm_info{version="25 {odd}"} 1
            """;

    @Test
    void when_all_is_well_nothing_is_marked_and_the_status_is_zero() {
        Report report = findings(METRICS).report(NOW);
        assertThat(report.exitStatus()).isZero();
        assertThat(report.lines()).noneMatch(line -> line.contains("!"));
        assertThat(line(report, "order-service")).containsSubsequence("7", "12 s", "2", "0");
        assertThat(line(report, "order-stock")).containsSubsequence("30", "20", "in events-1");
        assertThat(line(report, "holds")).containsSubsequence("holds", "0", "1,234", "1 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xinqun_outbox_oldest_age{collection=\"x\"} 30.0 | false",
                "xinqun_outbox_oldest_age{collection=\"x\"} 31.0 | true",
                "xinqun_outbox_left{collection=\"x\"} 993 | false",
                "xinqun_outbox_left{collection=\"x\"} 994 | true",
                "xinqun_consumer_parked_keys{group=\"x\"} 98 | false",
                "xinqun_consumer_parked_keys{group=\"x\"} 99 | true",
                "resilience4j_circuitbreaker_state{name=\"x\",state=\"open\"} 1.0 | true",
                "resilience4j_circuitbreaker_state{name=\"x\",state=\"half_open\"} 1.0 | false"
            })
    void a_number_beyond_its_bound_is_marked(String sample, boolean isMarked) {
        Report report = findings(METRICS + sample + "\n").report(NOW);
        assertThat(line(report, "order-service").contains("!")).isEqualTo(isMarked);
        assertThat(report.exitStatus()).isEqualTo(isMarked ? 2 : 0);
    }

    @Test
    void a_group_far_behind_a_dead_letter_and_a_proof_that_does_not_hold_are_marked() {
        BrokerNumbers behind =
                new BrokerNumbers(
                        Map.of("far", new Lag(10_001, "events-0", 10_001)),
                        Map.of("far.dead-letter", 1L, "near.dead-letter", 0L));
        Proof differs = new Proof(false, NOW.minusSeconds(500), 3, 2);
        Report report =
                new Findings(programs(METRICS), Optional.of(behind), Optional.of(differs))
                        .report(NOW);
        assertThat(line(report, "  far  ")).contains("10,001 !");
        assertThat(line(report, "far.dead-letter")).contains("1 !");
        assertThat(report.lines()).noneMatch(line -> line.contains("near.dead-letter"));
        assertThat(line(report, "does not hold")).contains("2 !", "500 s !");
        assertThat(report.exitStatus()).isEqualTo(2);
    }

    @Test
    void whoever_does_not_answer_is_not_known_and_the_others_are_shown() {
        Map<String, Optional<Samples>> programs = programs(METRICS);
        programs.put("catalog-service", Optional.empty());
        Report report = new Findings(programs, Optional.empty(), Optional.empty()).report(NOW);
        assertThat(report.exitStatus()).isEqualTo(1);
        assertThat(line(report, "catalog-service")).contains("not known");
        assertThat(line(report, "order-service")).doesNotContain("not known");
        assertThat(report.lines()).filteredOn(line -> line.contains("not known")).hasSize(4);
    }

    @Test
    void what_a_program_has_not_is_neither_unknown_nor_marked() {
        Report report = findings("jvm_info 1\n").report(NOW);
        assertThat(line(report, "order-service")).contains("-").doesNotContain("not known");
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void a_proof_that_takes_too_long_is_read_from_its_last_step() {
        Map<String, Optional<Samples>> programs = programs(METRICS);
        String steps =
                """
                xinqun_commission_proof_differences{check="lots"} 0.0
                xinqun_commission_proof_differences{check="deposit"} 1.0
                xinqun_commission_proof_at_seconds %d
                """
                        .formatted(NOW.minusSeconds(40).getEpochSecond());
        programs.put("commission-service", Optional.of(Samples.of(METRICS + steps)));
        Report report =
                new Findings(programs, findings(METRICS).broker(), Optional.empty()).report(NOW);
        assertThat(line(report, "does not hold")).contains("1 !", "40 s");
        assertThat(report.exitStatus()).isEqualTo(2);
    }

    @Test
    void the_proof_is_read_as_the_service_words_it() {
        String answer =
                """
                {"holds":false,"at":"2026-11-23T10:00:00Z",
                 "entries":{"checked":7,"differences":{"count":1,"examples":[]}},
                 "lots":{"differences":{"count":2,"examples":[]}}}
                """;
        assertThat(Proof.of(JsonMapper.shared().readTree(answer)))
                .isEqualTo(new Proof(false, NOW, 7, 3));
    }

    private static String line(Report report, String part) {
        return report.lines().stream()
                .filter(line -> line.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static Findings findings(String metrics) {
        BrokerNumbers broker =
                new BrokerNumbers(
                        Map.of("order-stock", Lag.of(Map.of("events-0", 10L, "events-1", 20L))),
                        Map.of("order-stock.dead-letter", 0L));
        Proof proof = new Proof(true, NOW.minusSeconds(1), 1_234, 0);
        return new Findings(programs(metrics), Optional.of(broker), Optional.of(proof));
    }

    private static Map<String, Optional<Samples>> programs(String metrics) {
        Map<String, Optional<Samples>> programs = new LinkedHashMap<>();
        programs.put("gateway", Optional.of(Samples.of(METRICS)));
        programs.put("order-service", Optional.of(Samples.of(metrics)));
        return programs;
    }
}
