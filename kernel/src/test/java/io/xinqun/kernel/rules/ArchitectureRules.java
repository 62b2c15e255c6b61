package io.xinqun.kernel.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The house rules of a service's code, as tests. A service inherits all of them in one line:
///
/// ```java
/// class ArchitectureTest extends ArchitectureRules {
///     ArchitectureTest() {
///         super("io.xinqun.order", "io.xinqun.order.order");
///     }
/// }
/// ```
///
/// The first argument is the service's root package, the second the package of its model. Every
/// rule proves that it looks at something, and each was seen to fail on a planted violation.
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // reading the classes takes seconds
public abstract class ArchitectureRules {

    private final ServiceRules rules;
    private final BannedThings banned;

    protected ArchitectureRules(String root, String model) {
        this(
                new ServicePackages(root, model),
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                        .importPackages(root));
    }

    ArchitectureRules(ServicePackages service, JavaClasses types) {
        this.rules = new ServiceRules(service, types);
        this.banned = new BannedThings(service, types);
    }

    @Test
    void the_model_is_plain_java() {
        rules.modelIsPlainJava();
    }

    @Test
    void a_use_case_knows_only_the_model_and_the_kernel() {
        rules.useCasesKnowOnlyModelAndKernel();
    }

    @Test
    void leaf_adapters_never_import_each_other() {
        rules.leavesNeverImportEachOther();
    }

    @Test
    void nobody_imports_the_configuration() {
        rules.nobodyImportsTheConfiguration();
    }

    @Test
    void packages_have_no_cycles() {
        rules.packagesHaveNoCycles();
    }

    @Test
    void no_service_imports_another() {
        rules.noServiceImportsAnother();
    }

    @Test
    void nothing_is_floating_point() {
        banned.noFloatingPoint();
    }

    @Test
    void the_time_comes_from_a_clock() {
        banned.nowNeedsAClock();
    }

    @Test
    void only_edges_block() {
        banned.onlyEdgesBlock();
    }

    @Test
    void only_edges_subscribe() {
        banned.onlyEdgesSubscribe();
    }

    @Test
    void nothing_is_injected_into_fields() {
        banned.noFieldInjection();
    }

    @Test
    void only_edges_catch_everything() {
        banned.onlyEdgesCatchEverything();
    }

    @Test
    void signatures_have_no_untyped_maps() {
        banned.noUntypedMaps();
    }

    @Test
    void nobody_uses_lombok_or_prints() {
        banned.noLombokAndNoSystemOut();
    }

    @Test
    void names_say_what_things_are() {
        banned.namesSayWhatThingsAre();
    }
}
