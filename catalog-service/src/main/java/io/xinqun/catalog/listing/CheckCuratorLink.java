package io.xinqun.catalog.listing;

import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.SignedTokens;
import io.xinqun.kernel.security.TokenRefused;
import io.xinqun.kernel.security.VerifiedToken;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Whether somebody comes through a curator's valid link, and so sees the curator's prices.
///
/// State: true only for a token that we signed, that has not expired, that was made out to the
/// signed-in caller, and whose sharer is an active curator and not the caller himself. Errors:
/// none; whatever is wrong or not known here means the direct price, never a wait.
public final class CheckCuratorLink {

    /// The type of attribution tokens, as community-service signs them.
    private static final String TYPE = "attribution+jwt";

    private static final String SHARER = "shr";

    private final SignedTokens tokens;
    private final Curators curators;

    public CheckCuratorLink(SignedTokens tokens, Curators curators) {
        this.tokens = tokens;
        this.curators = curators;
    }

    public Mono<Boolean> handle(Buyer buyer) {
        String token = buyer.attributionToken();
        String account = buyer.account();
        if (token == null || account == null) {
            return Mono.just(false);
        }
        return tokens.verify(token, TYPE)
                .flatMap(verified -> isActive(sharerFor(account, verified)))
                .onErrorReturn(TokenRefused.class, false)
                .onErrorReturn(Problem.class, false);
    }

    private Mono<Boolean> isActive(@Nullable String sharer) {
        return sharer == null ? Mono.just(false) : curators.isActive(sharer);
    }

    /// The sharer that counts for this account, if there is one.
    private static @Nullable String sharerFor(String account, VerifiedToken token) {
        String sharer = token.claims().text(SHARER);
        boolean counts = token.subject().equals(account) && !account.equals(sharer);
        return counts ? sharer : null;
    }
}
