package io.xinqun.kernel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the rules themselves to account: a good service passes all of them, and each planted
/// violation is found by exactly the rule that is meant for it.
class ArchitectureRulesTest {

    private static final String SAMPLE = "io.xinqun.kernel.rules.sample";

    private static final List<String> GOOD =
            List.of(
                    "order.Order",
                    "order.Orders",
                    "SampleProblem",
                    "placement.PlaceOrder",
                    "placement.RefuseOrder",
                    "placement.web.PlaceOrderEndpoint",
                    "placement.mongo.MongoOrders",
                    "placement.messaging.OrderListener",
                    "refund.Refund",
                    "configuration.SampleConfiguration");

    private static final JavaClasses ALL = new ClassFileImporter().importPackages(SAMPLE);

    private static final class Sample extends ArchitectureRules {

        Sample(JavaClasses types) {
            super(new ServicePackages(SAMPLE, SAMPLE + ".order"), types);
        }
    }

    static Stream<String> rules() {
        return Stream.of(ArchitectureRules.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_good_service_passes(String rule) {
        run(rule, GOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "order.ModelWithSpring, the_model_is_plain_java",
        "order.ModelWithReactor, the_model_is_plain_java",
        "order.ModelWithKernelWeb, the_model_is_plain_java",
        "placement.UseCaseWithStore, a_use_case_knows_only_the_model_and_the_kernel",
        "placement.UseCaseOfAnother, a_use_case_knows_only_the_model_and_the_kernel",
        "placement.UseCaseWithLeaf, a_use_case_knows_only_the_model_and_the_kernel",
        "placement.UseCaseWithApplication, a_use_case_knows_only_the_model_and_the_kernel",
        "placement.web.EndpointWithStore, leaf_adapters_never_import_each_other",
        "placement.web.EndpointWithConfiguration, nobody_imports_the_configuration",
        "order.ModelInACycle, packages_have_no_cycles",
        "refund.UsesAService, no_service_imports_another",
        "refund.MoneyAsDouble, nothing_is_floating_point",
        "refund.MoneyThroughFloat, nothing_is_floating_point",
        "refund.TimeOfTheMachine, the_time_comes_from_a_clock",
        "refund.TimeByReference, the_time_comes_from_a_clock",
        "refund.TimeInMillis, the_time_comes_from_a_clock",
        "refund.Blocking, only_edges_block",
        "refund.Forgetting, only_edges_subscribe",
        "refund.FieldInjected, nothing_is_injected_into_fields",
        "refund.CatchingAll, only_edges_catch_everything",
        "refund.UntypedMap, signatures_have_no_untyped_maps",
        "refund.Printing, nobody_uses_lombok_or_prints",
        "refund.RefundManager, names_say_what_things_are"
    })
    void a_planted_violation_is_found_by_its_rule(String planted, String rule) {
        List<String> types = new ArrayList<>(GOOD);
        types.add(planted);
        assertThatThrownBy(() -> run(rule, types))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(planted.substring(planted.lastIndexOf('.') + 1));
    }

    @Test
    void every_rule_has_a_planted_violation() throws Exception {
        CsvSource planted =
                getClass()
                        .getDeclaredMethod(
                                "a_planted_violation_is_found_by_its_rule",
                                String.class,
                                String.class)
                        .getAnnotation(CsvSource.class);
        Set<String> caught = new TreeSet<>();
        Arrays.stream(planted.value()).forEach(line -> caught.add(line.split(", ")[1]));
        assertThat(caught).containsExactlyInAnyOrderElementsOf(rules().toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_that_looks_at_nothing_fails(String rule) {
        assertThatThrownBy(() -> run(rule, List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("looks at nothing");
    }

    private static void run(String rule, List<String> types) {
        Set<String> names = new TreeSet<>();
        types.forEach(name -> names.add(SAMPLE + "." + name));
        JavaClasses chosen =
                ALL.that(
                        DescribedPredicate.describe(
                                "are chosen", type -> names.contains(type.getName())));
        assertThat(chosen).hasSameSizeAs(types);
        try {
            ArchitectureRules.class.getDeclaredMethod(rule).invoke(new Sample(chosen));
        } catch (InvocationTargetException failed) {
            throw (AssertionError) failed.getCause();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
