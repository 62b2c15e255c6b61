package io.xinqun.kernel.security;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// A signed-in caller inside Spring Security, or the token that claims to be one.
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Caller caller;
    private final String token;

    private CallerAuthentication(@Nullable Caller caller, String token) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.caller = caller;
        this.token = token;
        setAuthenticated(caller != null);
    }

    static CallerAuthentication claimed(String token) {
        return new CallerAuthentication(null, token);
    }

    static CallerAuthentication proved(Caller caller) {
        return new CallerAuthentication(caller, "");
    }

    String token() {
        return token;
    }

    @Override
    public String getCredentials() {
        return token;
    }

    @Override
    public @Nullable Caller getPrincipal() {
        return caller;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof CallerAuthentication other
                && Objects.equals(caller, other.caller)
                && token.equals(other.token);
    }

    @Override
    public int hashCode() {
        return Objects.hash(caller, token);
    }
}
