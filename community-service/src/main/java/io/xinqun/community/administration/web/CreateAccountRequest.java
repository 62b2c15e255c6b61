package io.xinqun.community.administration.web;

import io.xinqun.community.administration.CreateAccount.Newcomer;
import io.xinqun.community.model.account.AccountRole;
import io.xinqun.community.model.account.Login;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An account to be made. `supplier` is needed for the role supplier, and only then.
record CreateAccountRequest(
        @NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9._-]{2,63}") String login,
        @NotNull @Size(min = 10, max = 128) String password,
        @NotEmpty @Size(max = 3)
                List<@NotNull @Pattern(regexp = "consumer|supplier|operator") String> roles,
        @Size(min = 1, max = 64) @Nullable String supplier) {

    Newcomer newcomer() {
        Set<AccountRole> wanted =
                roles.stream()
                        .map(role -> AccountRole.of(role).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet());
        if (wanted.contains(AccountRole.SUPPLIER) != (supplier != null)) {
            throw new Problem(
                    CommonProblem.INVALID_REQUEST,
                    "The role supplier and the member supplier go together");
        }
        return new Newcomer(Login.of(login).orElseThrow(), password, wanted, supplier);
    }

    @Override
    public String toString() {
        return "request for an account with " + roles;
    }
}
