package io.xinqun.kernel.security;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Turns the bearer token of a request into the [Caller] that it proves.
///
/// Errors: a token that does not count is 401, also where none would have been needed: silence
/// would show the caller a stranger's view.
public final class AccessTokens
        implements ServerAuthenticationConverter, ReactiveAuthenticationManager {

    public static final String TYPE = "at+jwt";

    private static final String SCHEME = "Bearer ";

    private final SignedTokens tokens;

    public AccessTokens(SignedTokens tokens) {
        this.tokens = tokens;
    }

    /// The caller that an access token proves.
    public Mono<Caller> caller(String token) {
        return tokens.verify(token, TYPE).map(AccessTokens::callerOf);
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return Mono.justOrEmpty(bearer(exchange.getRequest().getHeaders()))
                .map(CallerAuthentication::claimed);
    }

    @Override
    public Mono<Authentication> authenticate(Authentication claimed) {
        return claimed instanceof CallerAuthentication bearer
                ? caller(bearer.token())
                        .<Authentication>map(CallerAuthentication::proved)
                        .onErrorMap(TokenRefused.class, AccessTokens::badCredentials)
                : Mono.empty();
    }

    private static @Nullable String bearer(HttpHeaders headers) {
        String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).trim()
                : null;
    }

    private static BadCredentialsException badCredentials(TokenRefused refused) {
        return new BadCredentialsException(refused.reason().name(), refused);
    }

    private static Caller callerOf(VerifiedToken token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        token.claims().texts("roles").forEach(code -> Role.of(code).ifPresent(roles::add));
        return new Caller(token.subject(), roles, token.claims().text("supplier"));
    }

    /// A signed-in caller inside Spring Security, or the token that claims to be one.
    static final class CallerAuthentication extends AbstractAuthenticationToken {

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
}
