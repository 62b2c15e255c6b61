package io.xinqun.order.attribution;

import io.xinqun.kernel.security.Claims;
import io.xinqun.kernel.security.SignedTokens;
import io.xinqun.kernel.security.TokenRefused;
import io.xinqun.kernel.security.VerifiedToken;
import io.xinqun.order.order.deal.Attributed;
import io.xinqun.order.order.deal.Attributions;
import io.xinqun.order.order.deal.Binding;
import io.xinqun.order.order.deal.Referrals;
import io.xinqun.order.order.line.Attribution;
import io.xinqun.order.order.line.PriceReason;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Holds a link token against what is known of bindings and curators. The token is verified
/// offline, counts only for the buyer it was made for, and a newer binding wins over it.
///
/// State: what is missing in the read models means the direct price, never a wait. Errors: none for
/// a token that does not count, only a reason.
public final class ResolveAttribution implements Attributions {

    /// The type in the token's header, so that no token of another kind is taken for a link.
    private static final String TYPE = "attribution+jwt";

    private final SignedTokens tokens;
    private final Referrals referrals;
    private final Clock clock;

    public ResolveAttribution(SignedTokens tokens, Referrals referrals, Clock clock) {
        this.tokens = tokens;
        this.referrals = referrals;
        this.clock = clock;
    }

    @Override
    public Mono<Attributed> of(String buyer, @Nullable String token) {
        if (token == null || token.isBlank()) {
            return nobody(PriceReason.NO_LINK);
        }
        return tokens.verify(token, TYPE)
                .flatMap(verified -> judged(buyer, verified))
                .onErrorResume(TokenRefused.class, refused -> nobody(reasonOf(refused)));
    }

    private static PriceReason reasonOf(TokenRefused refused) {
        return refused.reason() == TokenRefused.Reason.EXPIRED
                ? PriceReason.LINK_EXPIRED
                : PriceReason.LINK_INVALID;
    }

    private Mono<Attributed> judged(String buyer, VerifiedToken token) {
        if (!token.subject().equals(buyer)) {
            return nobody(PriceReason.LINK_FOREIGN);
        }
        Binding told = bindingOf(token);
        if (told == null) {
            return nobody(PriceReason.LINK_INVALID);
        }
        return referrals.bindingOf(buyer).flatMap(known -> judged(newest(told, known)));
    }

    /// At the same version the read model wins, because only it knows of a revocation.
    private static Binding newest(Binding told, Optional<Binding> known) {
        return known.filter(current -> !told.isNewerThan(current)).orElse(told);
    }

    private Mono<Attributed> judged(Binding binding) {
        if (binding.isOverAt(clock.instant())) {
            return nobody(PriceReason.BINDING_OVER);
        }
        String sharer = binding.attribution().sharer();
        PriceReason reason =
                sharer.equals(binding.consumer()) ? PriceReason.OWN_LINK : PriceReason.CURATOR_LINK;
        return referrals
                .activeCurator(sharer)
                .flatMap(curator -> withSecond(binding.at(curator.level())))
                .map(whole -> new Attributed(whole, reason))
                .switchIfEmpty(nobody(PriceReason.SHARER_NOT_ACTIVE));
    }

    /// The second level earns only as an active curator who is neither the sharer nor the buyer.
    private Mono<Binding> withSecond(Binding binding) {
        String second = binding.attribution().second();
        if (second == null) {
            return Mono.just(binding);
        }
        if (second.equals(binding.attribution().sharer()) || second.equals(binding.consumer())) {
            return Mono.just(binding.withoutSecond());
        }
        return referrals
                .isActiveCurator(second)
                .map(active -> active ? binding : binding.withoutSecond());
    }

    private static @Nullable Binding bindingOf(VerifiedToken token) {
        Claims claims = token.claims();
        String sharer = claims.text("shr");
        String link = claims.text("lnk");
        String channel = claims.text("chn");
        Long version = claims.number("bnd");
        Long policy = claims.number("pol");
        if (sharer == null || link == null || channel == null || version == null) {
            return null;
        }
        Attribution attribution =
                new Attribution(
                        sharer,
                        claims.text("sec"),
                        link,
                        channel,
                        policy == null ? 0 : policy,
                        version,
                        null);
        return new Binding(token.subject(), attribution, claims.text("com"), token.expiresAt());
    }

    private static Mono<Attributed> nobody(PriceReason reason) {
        return Mono.just(Attributed.nobody(reason));
    }
}
