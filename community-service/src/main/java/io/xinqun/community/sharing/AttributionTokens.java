package io.xinqun.community.sharing;

import io.xinqun.community.model.referral.Binding;
import io.xinqun.kernel.security.TokenSigner;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Signs attribution tokens, which order-service and catalog-service check without asking here:
/// type `attribution+jwt`, subject = the consumer, expiry = the end of the binding's window.
///
/// Shape: claims `lnk chn shr sec? com? prd? pol bnd tch`. `prd` is the product of the link that
/// made the binding; the token counts for every product.
public final class AttributionTokens {

    private static final String TYPE = "attribution+jwt";

    private final Supplier<TokenSigner> signer;
    private final Clock clock;

    public AttributionTokens(Supplier<TokenSigner> signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    public String of(Binding binding) {
        Map<String, Object> claims = new HashMap<>(places(binding));
        claims.put("lnk", binding.link().code());
        claims.put("chn", binding.link().channel().code());
        claims.put("shr", binding.sharer());
        claims.put("pol", binding.policy().version());
        claims.put("bnd", binding.version());
        claims.put("tch", binding.touchedAt().getEpochSecond());
        Duration life = Duration.between(clock.instant(), binding.expiresAt());
        return signer.get().sign(TYPE, binding.consumer(), claims, life);
    }

    /// What not every binding has; an absent claim is left out.
    private static Map<String, String> places(Binding binding) {
        Map<String, String> places = new HashMap<>();
        places.computeIfAbsent("sec", name -> binding.second());
        places.computeIfAbsent("com", name -> binding.link().community());
        places.computeIfAbsent("prd", name -> binding.link().product());
        return places;
    }
}
