package io.xinqun.kernel.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Who may import whom inside a service. Every rule first proves that both of its sides match
/// something: a rule about packages that do not exist is green for ever.
final class ServiceRules {

    private static final List<String> PLAIN =
            List.of(
                    "java",
                    "org.jspecify",
                    "io.xinqun.kernel.money",
                    "io.xinqun.kernel.event",
                    "io.xinqun.kernel.identity",
                    "io.xinqun.kernel.total");

    private static final List<String> USE_CASE =
            List.of("java", "org.jspecify", "org.slf4j", "reactor", "io.xinqun.kernel");

    private static final List<String> PROGRAMS =
            List.of("catalog", "order", "community", "commission", "gateway", "local");

    private final ServicePackages service;
    private final JavaClasses types;

    ServiceRules(ServicePackages service, JavaClasses types) {
        this.service = service;
        this.types = types;
    }

    void modelIsPlainJava() {
        require("the model " + service.model(), service::isModel);
        requireDependency("the model uses plain types", service::isModel, this::isPlain);
        check(service::isModel, (type, used) -> isPlain(used) || isReactorOfPort(type, used));
    }

    void useCasesKnowOnlyModelAndKernel() {
        require("capabilities", service::isCapabilityRoot);
        requireDependency("use cases use the model", service::isCapabilityRoot, service::isModel);
        check(
                service::isCapabilityRoot,
                (type, used) ->
                        isForeignAmong(used, USE_CASE)
                                || service.isModel(used)
                                || service.isProblem(used)
                                || sameRoot(type, used));
    }

    void leavesNeverImportEachOther() {
        requireSeveral("leaves", types.stream().map(service::leafOf).filter(x -> !x.isEmpty()));
        check(
                service::isLeaf,
                (type, used) ->
                        !service.isLeaf(used) || service.leafOf(used).equals(service.leafOf(type)));
    }

    void nobodyImportsTheConfiguration() {
        require("a configuration", service::isConfiguration);
        requireDependency(
                "the configuration wires the rest",
                service::isConfiguration,
                used -> service.isOwn(used) && !service.isConfiguration(used));
        noClasses()
                .that(service.that("are not the configuration", x -> !service.isConfiguration(x)))
                .should()
                .dependOnClassesThat(service.that("configure", service::isConfiguration))
                .check(types);
    }

    void packagesHaveNoCycles() {
        requireSeveral("packages", types.stream().map(service::capabilityOf));
        slices().matching(service.root() + ".(*)..").should().beFreeOfCycles().check(types);
    }

    void noServiceImportsAnother() {
        require("the service", service::isOwn);
        check(service::isOwn, (type, used) -> service.isOwn(used) || !isAnyProgram(used));
    }

    private boolean isAnyProgram(JavaClass used) {
        return PROGRAMS.stream().anyMatch(name -> ServicePackages.isIn(used, "io.xinqun." + name));
    }

    private boolean isPlain(JavaClass used) {
        return isForeignAmong(used, PLAIN) || service.isModel(used);
    }

    private static boolean isReactorOfPort(JavaClass type, JavaClass used) {
        Set<String> streams = Set.of("reactor.core.publisher.Mono", "reactor.core.publisher.Flux");
        return INTERFACES.test(type) && streams.contains(used.getName());
    }

    private boolean sameRoot(JavaClass type, JavaClass used) {
        return service.isCapabilityRoot(used)
                && service.capabilityOf(used).equals(service.capabilityOf(type));
    }

    private boolean isForeignAmong(JavaClass used, List<String> packages) {
        return !service.isOwn(used)
                && packages.stream().anyMatch(name -> ServicePackages.isIn(used, name));
    }

    /// Every dependency of the chosen classes must be allowed.
    private void check(Predicate<JavaClass> chosen, BiPredicate<JavaClass, JavaClass> allowed) {
        classes()
                .that(service.that("are chosen", chosen))
                .should(
                        new ArchCondition<>("import only what they may") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                type.getDirectDependenciesFromSelf().stream()
                                        .filter(use -> !allowed.test(type, target(use)))
                                        .forEach(use -> events.add(violation(use)));
                            }
                        })
                .check(types);
    }

    private static JavaClass target(Dependency use) {
        return use.getTargetClass().getBaseComponentType();
    }

    private static ConditionEvent violation(Dependency use) {
        return SimpleConditionEvent.violated(use, use.getDescription());
    }

    private void require(String what, Predicate<JavaClass> side) {
        if (types.stream().noneMatch(side)) {
            throw new AssertionError("this rule looks at nothing: there is no class of " + what);
        }
    }

    private void requireDependency(
            String what, Predicate<JavaClass> side, Predicate<JavaClass> other) {
        boolean found =
                types.stream()
                        .filter(side)
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .anyMatch(use -> other.test(target(use)));
        if (!found) {
            throw new AssertionError("this rule looks at nothing: it is not true that " + what);
        }
    }

    private static void requireSeveral(String what, Stream<String> packages) {
        if (packages.distinct().count() < 2) {
            throw new AssertionError("this rule looks at nothing: there are no two " + what);
        }
    }
}
