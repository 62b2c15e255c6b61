package io.xinqun.kernel.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What main code never does, wherever it stands. Each rule names the place.
final class BannedThings {

    private static final Set<String> FLOATING =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final Set<String> INJECTED =
            Set.of(
                    "org.springframework.beans.factory.annotation.Autowired",
                    "org.springframework.beans.factory.annotation.Value",
                    "jakarta.inject.Inject",
                    "jakarta.annotation.Resource");

    private static final Set<String> CLOCKS =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.util.Date.<init>",
                    "java.util.Calendar.getInstance");

    private static final Pattern BANNED_NAME =
            Pattern.compile(".*(Impl|Utils?|Helper|Manager|DTO|Dto|VO|BO|DO|PO|Entity)");

    private final ServicePackages service;
    private final JavaClasses types;

    BannedThings(ServicePackages service, JavaClasses types) {
        this.service = service;
        this.types = types;
    }

    void noFloatingPoint() {
        forbid(
                "use floating point",
                type ->
                        Stream.concat(
                                type.getFields().stream()
                                        .filter(field -> isFloating(field.getRawType()))
                                        .map(JavaField::getFullName),
                                written(type)
                                        .filter(BannedThings::takesOrGivesFloating)
                                        .map(JavaCodeUnit::getFullName)));
    }

    void nowNeedsAClock() {
        forbid(
                "ask the machine for the time",
                type ->
                        accesses(type)
                                .filter(access -> isNowWithoutClock(access) || isOtherClock(access))
                                .map(JavaAccess::getDescription));
    }

    void onlyEdgesBlock() {
        forbid(
                "wait for a stream",
                type ->
                        service.isEdge(type)
                                ? Stream.empty()
                                : calls(type, "reactor.core.publisher", "block")
                                        .map(JavaAccess::getDescription));
    }

    void onlyEdgesSubscribe() {
        forbid(
                "subscribe and forget",
                type ->
                        service.isEdge(type)
                                ? Stream.empty()
                                : calls(type, "reactor.core.publisher", "subscribe")
                                        .filter(call -> !call.getName().startsWith("subscribeOn"))
                                        .filter(call -> !call.getName().equals("subscribeWith"))
                                        .map(JavaAccess::getDescription));
    }

    void noFieldInjection() {
        forbid(
                "inject into fields",
                type ->
                        type.getFields().stream()
                                .filter(field -> INJECTED.stream().anyMatch(field::isAnnotatedWith))
                                .map(JavaField::getFullName));
    }

    void onlyEdgesCatchEverything() {
        forbid(
                "catch Exception",
                type ->
                        service.isEdge(type)
                                ? Stream.empty()
                                : type.getCodeUnits().stream()
                                        .flatMap(code -> code.getTryCatchBlocks().stream())
                                        .filter(block ->
                                                block.getCaughtThrowables().stream()
                                                        .anyMatch(BannedThings::isException))
                                        .map(block -> block.getSourceCodeLocation().toString()));
    }

    void noUntypedMaps() {
        forbid(
                "have Map<String, Object> in signatures",
                type ->
                        written(type)
                                .filter(code ->
                                        Stream.concat(
                                                        Stream.of(code.getReturnType()),
                                                        code.getParameterTypes().stream())
                                                .anyMatch(BannedThings::isUntypedMap))
                                .map(JavaCodeUnit::getFullName));
    }

    void noLombokAndNoSystemOut() {
        forbid(
                "use Lombok or print",
                type ->
                        Stream.concat(
                                type.getDirectDependenciesFromSelf().stream()
                                        .filter(use ->
                                                ServicePackages.isIn(
                                                        use.getTargetClass(), "lombok"))
                                        .map(use -> use.getDescription()),
                                accesses(type)
                                        .filter(BannedThings::isPrinting)
                                        .map(JavaAccess::getDescription)));
    }

    void namesSayWhatThingsAre() {
        forbid(
                "have a name that says nothing",
                type ->
                        BANNED_NAME.matcher(type.getSimpleName()).matches()
                                ? Stream.of(type.getName())
                                : Stream.empty());
    }

    private void forbid(String what, Function<JavaClass, Stream<String>> findings) {
        if (types.stream().noneMatch(service::isOwn)) {
            throw new AssertionError("this rule looks at nothing: no class in " + service.root());
        }
        classes()
                .that(service.that("are the service's", service::isOwn))
                .should(
                        new ArchCondition<>("not " + what) {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                findings.apply(type)
                                        .forEach(finding ->
                                                events.add(
                                                        SimpleConditionEvent.violated(
                                                                type, what + ": " + finding)));
                            }
                        })
                .check(types);
    }

    /// What somebody wrote: a lambda for a gauge returns a double that nobody wrote.
    private static Stream<JavaCodeUnit> written(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(code -> !code.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static Stream<JavaAccess<?>> accesses(JavaClass type) {
        return Stream.concat(
                type.getAccessesFromSelf().stream().map(access -> (JavaAccess<?>) access),
                Stream.concat(
                        type.getMethodReferencesFromSelf().stream(),
                        type.getConstructorReferencesFromSelf().stream()));
    }

    private static Stream<JavaAccess<?>> calls(JavaClass type, String owner, String name) {
        return accesses(type)
                .filter(call -> ServicePackages.isIn(call.getTargetOwner(), owner))
                .filter(call -> call.getName().startsWith(name));
    }

    private static boolean isNowWithoutClock(JavaAccess<?> access) {
        return access.getName().equals("now")
                && access.getTargetOwner().getPackageName().startsWith("java.time")
                && !access.getTarget().getFullName().contains("java.time.Clock");
    }

    private static boolean isOtherClock(JavaAccess<?> access) {
        String name = access.getTargetOwner().getName() + "." + access.getName();
        boolean dated = access.getTarget().getFullName().endsWith("Date.<init>(long)");
        return CLOCKS.contains(name) && !dated;
    }

    private static boolean takesOrGivesFloating(JavaCodeUnit code) {
        return isFloating(code.getRawReturnType())
                || code.getRawParameterTypes().stream().anyMatch(BannedThings::isFloating);
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }

    private static boolean isException(JavaClass caught) {
        return caught.getName().equals("java.lang.Exception");
    }

    private static boolean isPrinting(JavaAccess<?> access) {
        return List.of("java.lang.System.out", "java.lang.System.err")
                        .contains(access.getTargetOwner().getName() + "." + access.getName())
                || access.getName().equals("printStackTrace");
    }

    private static boolean isUntypedMap(JavaType type) {
        return type instanceof JavaParameterizedType map
                && map.toErasure().isAssignableTo(Map.class)
                && map.getActualTypeArguments().stream()
                        .map(JavaType::getName)
                        .toList()
                        .equals(List.of("java.lang.String", "java.lang.Object"));
    }
}
