package io.xinqun.kernel.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.xinqun.kernel.problem.ProblemType;
import java.util.Set;
import java.util.function.Predicate;

/// Which part of a service a class belongs to, told by its package.
///
/// Shape: `<root>.<capability>` is a capability's root, `<root>[.<capability>].<leaf>` a leaf,
/// `<root>.configuration` the wiring, `model` the plain model.
record ServicePackages(String root, String model) {

    static final Set<String> LEAVES =
            Set.of("web", "messaging", "client", "mongo", "schedule", "store", "publishing");

    /// Leaves that run on threads of their own and may wait.
    static final Set<String> EDGES = Set.of("messaging", "schedule");

    boolean isOwn(JavaClass type) {
        return isIn(type, root);
    }

    boolean isModel(JavaClass type) {
        return isIn(type, model);
    }

    /// The problems that the service can answer stand in its root package, for all its use cases.
    boolean isProblem(JavaClass type) {
        return type.getPackageName().equals(root) && type.isAssignableTo(ProblemType.class);
    }

    boolean isConfiguration(JavaClass type) {
        return isIn(type, root + ".configuration");
    }

    boolean isLeaf(JavaClass type) {
        return !leafOf(type).isEmpty();
    }

    /// The package of the leaf that the class belongs to; empty when it belongs to none.
    String leafOf(JavaClass type) {
        if (!isOwn(type) || isModel(type) || isConfiguration(type)) {
            return "";
        }
        String path = root;
        for (String segment : segments(type)) {
            path = path + "." + segment;
            if (LEAVES.contains(segment)) {
                return path;
            }
        }
        return "";
    }

    boolean isEdge(JavaClass type) {
        String leaf = leafOf(type);
        return EDGES.contains(leaf.substring(leaf.lastIndexOf('.') + 1));
    }

    boolean isCapabilityRoot(JavaClass type) {
        return isOwn(type)
                && !type.getPackageName().equals(root)
                && !isModel(type)
                && !isConfiguration(type)
                && !isLeaf(type);
    }

    /// The package of the capability that the class belongs to.
    String capabilityOf(JavaClass type) {
        String[] segments = segments(type);
        return segments.length == 0 ? root : root + "." + segments[0];
    }

    DescribedPredicate<JavaClass> that(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    static boolean isIn(JavaClass type, String name) {
        String own = type.getPackageName();
        return own.equals(name) || own.startsWith(name + ".");
    }

    private String[] segments(JavaClass type) {
        String own = type.getPackageName();
        return own.equals(root) ? new String[0] : own.substring(root.length() + 1).split("\\.");
    }
}
