package io.xinqun.community.signin;

import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.AccountRole;
import io.xinqun.community.model.session.RefreshToken;
import io.xinqun.kernel.security.TokenSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Signs access tokens: type `at+jwt`, claims `sub`, `roles`, `sid` and, for a supplier's account,
/// `supplier`.
///
/// State: a token cannot be taken back; its short life is the longest time that a revoked session
/// or a withdrawn role still counts.
public final class AccessTokens {

    private static final String TYPE = "at+jwt";

    private final Supplier<TokenSigner> signer;
    private final Clock clock;
    private final Duration life;

    public AccessTokens(Supplier<TokenSigner> signer, Clock clock, SignInSettings settings) {
        this.signer = signer;
        this.clock = clock;
        this.life = settings.accessLife();
    }

    SignedIn with(Account account, RefreshToken refresh) {
        List<String> roles = account.roles().stream().map(AccountRole::code).sorted().toList();
        Map<String, Object> claims =
                new HashMap<>(Map.of("roles", roles, "sid", refresh.session()));
        if (account.supplier() != null) {
            claims.put("supplier", account.supplier());
        }
        Instant now = clock.instant();
        String token = signer.get().sign(TYPE, account.id(), claims, life);
        return new SignedIn(account, token, now.plus(life), refresh.text());
    }
}
