package io.xinqun.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.local.infrastructure.StoreChoice;
import io.xinqun.local.infrastructure.StoreKind;
import io.xinqun.local.keys.LocalKeys;
import io.xinqun.local.launcher.process.LaunchProblem;
import io.xinqun.local.launcher.process.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TopologyTest {

    @TempDir static Path directory;

    private static LocalKeys keys;

    @BeforeAll
    static void keys() {
        keys = LocalKeys.in(directory.resolve("keys"));
    }

    private static List<Unit> units(FleetOptions options, Map<String, String> environment) {
        return units(options, environment, IntUnaryOperator.identity());
    }

    private static List<Unit> units(
            FleetOptions options, Map<String, String> environment, IntUnaryOperator way) {
        StoreChoice store = StoreChoice.of(environment);
        return new Topology(options, environment, store, keys, way).units();
    }

    private static List<Unit> units(FleetOptions options) {
        return units(options, Map.of("XINQUN_STORE", "embedded"));
    }

    private static FleetOptions options(int offset) {
        return FleetOptions.in(directory, offset);
    }

    private static List<Integer> ports(List<Unit> units) {
        return units.stream().flatMap(unit -> unit.ports().stream()).toList();
    }

    @Test
    void no_two_processes_want_the_same_port_even_with_many_instances() {
        FleetOptions many = options(0);
        for (String program : Topology.SCALABLE) {
            many = many.with(program, 3);
        }
        assertThat(ports(units(many))).doesNotHaveDuplicates().hasSize(7 + 4 * 3 * 2);
    }

    @Test
    void an_offset_moves_every_port() {
        List<Integer> usual = ports(units(options(0)));
        List<Integer> moved = new ArrayList<>(ports(units(options(1000))));

        assertThat(moved).containsExactlyElementsOf(usual.stream().map(p -> p + 1000).toList());
    }

    @Test
    void no_address_of_another_copy_is_left_in_an_environment() {
        for (Unit unit : units(options(1000))) {
            assertThat(unit.environment().values())
                    .as(unit.name())
                    .noneMatch(value -> value.matches(".*:(8080|8081|8082|8083|8084|8090|9192).*"))
                    .noneMatch(value -> value.matches(".*:(27117|6479).*"));
        }
    }

    @Test
    void with_proxies_between_them_no_program_knows_where_another_part_listens() {
        IntUnaryOperator proxy = port -> port + 20_000;
        List<Unit> units = units(options(0), Map.of("XINQUN_STORE", "proof"), proxy);
        for (Unit unit : units) {
            if (unit.name().equals("kafka")) {
                assertThat(unit.environment()).containsValue("9194:29194");
            } else {
                assertThat(unit.environment().values())
                        .as(unit.name())
                        .noneMatch(value -> value.matches(".*127.0.0.1:(80|91|271|64)\\d\\d.*"));
            }
        }
    }

    @Test
    void what_a_process_needs_is_listed_before_it() {
        List<String> before = new ArrayList<>();
        for (Unit unit : units(options(0))) {
            assertThat(before).as(unit.name()).containsAll(unit.needs());
            before.add(unit.name());
        }
        assertThat(before).contains("gateway", "order-service", "store", "kafka", "redis");
    }

    @Test
    void a_given_address_is_used_and_not_started() {
        Map<String, String> given =
                Map.of("XINQUN_MONGODB_URI", "mongodb://elsewhere/", "XINQUN_KAFKA", "elsewhere:9");
        List<Unit> units = units(options(0), given);

        assertThat(StoreChoice.of(given).kind()).isEqualTo(StoreKind.GIVEN);
        assertThat(units).extracting(Unit::name).doesNotContain("store", "kafka");
        assertThat(units)
                .filteredOn(unit -> unit.name().equals("order-service"))
                .singleElement()
                .satisfies(order ->
                        assertThat(order.environment())
                                .containsEntry("XINQUN_MONGODB_URI", "mongodb://elsewhere/")
                                .containsEntry("XINQUN_KAFKA", "elsewhere:9"));
    }

    @Test
    void the_gateway_knows_every_instance() {
        Unit gateway = units(options(0).with("order-service", 2)).getLast();

        assertThat(gateway.name()).isEqualTo("gateway");
        assertThat(gateway.environment())
                .containsEntry("XINQUN_ORDER_URL", "http://127.0.0.1:8082,http://127.0.0.1:8182");
    }

    @Test
    void a_program_that_somebody_runs_himself_is_expected_at_its_usual_port() {
        List<Unit> units = units(options(0).with("order-service", 0));

        assertThat(units).extracting(Unit::name).doesNotContain("order-service");
        assertThat(units.getLast().environment())
                .containsEntry("XINQUN_ORDER_URL", "http://127.0.0.1:8082");
    }

    @Test
    void only_the_program_that_signs_people_in_has_the_signing_key() {
        assertThat(units(options(0)))
                .filteredOn(unit -> unit.environment().containsKey("XINQUN_SIGNING_KEYS"))
                .extracting(Unit::name)
                .containsExactly("community-service");
    }

    @Test
    void instances_of_what_cannot_be_several_are_refused_in_plain_words() {
        assertThatThrownBy(() -> options(0).with("kafka", 2))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("kafka");
        assertThatThrownBy(() -> options(0).with("order-service", -1))
                .isInstanceOf(LaunchProblem.class);
        assertThatThrownBy(() -> options(40_000)).isInstanceOf(LaunchProblem.class);
    }
}
