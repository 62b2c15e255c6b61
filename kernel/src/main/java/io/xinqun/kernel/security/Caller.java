package io.xinqun.kernel.security;

import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who calls, as their access token says. A controller argument; annotated `@Nullable` it is null
/// for somebody who is not signed in.
///
/// Errors: [#require] is a [Problem] `forbidden`.
public record Caller(String account, Set<Role> roles, @Nullable String supplier) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /// Insists on the role and returns itself.
    public Caller require(Role role) {
        if (!has(role)) {
            throw new Problem(CommonProblem.FORBIDDEN, "This needs the role " + role.code())
                    .with("role", role.code());
        }
        return this;
    }

    /// The supplier that a supplier's account belongs to.
    public String requireSupplier() {
        require(Role.SUPPLIER);
        if (supplier == null) {
            throw new Problem(CommonProblem.FORBIDDEN, "This account belongs to no supplier");
        }
        return supplier;
    }

    /// The caller as the actor of an event, in the role it used.
    public Actor actingAs(Role role) {
        require(role);
        return new Actor(account, role.code());
    }
}
