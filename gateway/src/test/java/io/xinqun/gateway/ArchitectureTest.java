package io.xinqun.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The gateway has no model; each of its packages is one concern of the door.
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final String ROOT = "io.xinqun.gateway";
    private static final String[] CONCERNS = {
        "authentication", "bodylimit", "openapi", "ratelimit", "resilience"
    };

    private final JavaClasses types =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @Test
    void a_concern_knows_the_routes_and_no_other_concern() {
        for (String concern : CONCERNS) {
            String[] others =
                    java.util.Arrays.stream(CONCERNS)
                            .filter(other -> !other.equals(concern))
                            .map(other -> ROOT + "." + other)
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + concern)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(types);
        }
    }

    @Test
    void the_routes_know_nothing_of_the_gateway() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".route")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".route",
                        "java..",
                        "org.jspecify..",
                        "org.springframework.http",
                        "io.xinqun.kernel.security")
                .check(types);
    }

    @Test
    void nobody_imports_the_configuration_and_there_are_no_cycles() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".configuration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".configuration")
                .check(types);
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(types);
    }

    @Test
    void the_gateway_keeps_no_data_and_knows_no_service() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.mongodb..",
                        "org.apache.kafka..",
                        "io.xinqun.catalog..",
                        "io.xinqun.order..",
                        "io.xinqun.community..",
                        "io.xinqun.commission..")
                .check(types);
    }

    @Test
    void the_rules_look_at_something_and_can_fail() {
        assertThat(types).hasSizeGreaterThan(15);
        assertThatThrownBy(() ->
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + ".ratelimit")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(ROOT + ".route")
                                .check(types))
                .isInstanceOf(AssertionError.class);
    }
}
