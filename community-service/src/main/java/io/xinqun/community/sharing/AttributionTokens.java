package io.xinqun.community.sharing;

import io.xinqun.community.referral.Binding;
import io.xinqun.kernel.security.TokenSigner;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        Map<String, Object> claims = new HashMap<>();
        claims.put("lnk", binding.link().code());
        claims.put("chn", binding.link().channel().code());
        claims.put("shr", binding.sharer());
        put(claims, "sec", binding.second());
        put(claims, "com", binding.link().community());
        put(claims, "prd", binding.link().product());
        claims.put("pol", binding.policy().version());
        claims.put("bnd", binding.version());
        claims.put("tch", binding.touchedAt().getEpochSecond());
        Duration life = Duration.between(clock.instant(), binding.expiresAt());
        return signer.get().sign(TYPE, binding.consumer(), claims, life);
    }

    private static void put(Map<String, Object> claims, String name, @Nullable String value) {
        if (value != null) {
            claims.put(name, value);
        }
    }
}
