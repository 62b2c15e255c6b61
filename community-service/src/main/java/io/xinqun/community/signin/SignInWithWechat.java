package io.xinqun.community.signin;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.account.KeyedHash;
import io.xinqun.community.model.account.RefusedSignIn;
import io.xinqun.community.model.account.WechatIdentity;
import io.xinqun.community.model.account.WechatSignIn;
import io.xinqun.community.model.account.WechatUser;
import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.PersonalData;
import java.time.Clock;
import reactor.core.publisher.Mono;

/// Signs a consumer in with the code that the mini-program got from WeChat; the first time makes
/// the account.
///
/// State: the account's id is derived from the keyed hash of the open id, so two first sign-ins at
/// once are the same account by construction. Errors: `code-refused` for a code that WeChat does
/// not know or that was used; `unavailable` while WeChat is away.
public final class SignInWithWechat {

    private static final String PURPOSE = "wechat-open-id";

    private final WechatSignIn wechat;
    private final Accounts accounts;
    private final OpenSession openSession;
    private final Sealing sealing;
    private final Clock clock;

    public SignInWithWechat(
            WechatSignIn wechat, Accounts accounts, OpenSession openSession, Sealing sealing) {
        this.wechat = wechat;
        this.accounts = accounts;
        this.openSession = openSession;
        this.sealing = sealing;
        this.clock = sealing.clock();
    }

    /// How personal data is found and kept.
    public record Sealing(KeyedHash keyedHash, PersonalData personalData, Clock clock) {}

    public Mono<SignedIn> handle(String code, String device) {
        return wechat.exchange(code)
                .onErrorMap(RefusedSignIn.class, SignInWithWechat::asProblem)
                .flatMap(this::accountOf)
                .flatMap(account -> openSession.handle(account, device));
    }

    private Mono<Account> accountOf(WechatIdentity identity) {
        String hash = sealing.keyedHash().text(PURPOSE, identity.openId());
        String id = Ids.derived("account", "wechat-mini-program", hash);
        return accounts.find(id).switchIfEmpty(Mono.defer(() -> add(id, user(identity, hash))));
    }

    private Mono<Account> add(String id, WechatUser user) {
        Account account = Account.ofWechatUser(id, user, clock.instant());
        return accounts.add(account, null)
                .flatMap(added -> added ? Mono.just(account) : accounts.find(id));
    }

    private WechatUser user(WechatIdentity identity, String hash) {
        String unionId = identity.unionId();
        PersonalData seal = sealing.personalData();
        return new WechatUser(
                seal.seal(identity.openId()), unionId == null ? null : seal.seal(unionId), hash);
    }

    private static Problem asProblem(RefusedSignIn refused) {
        return switch (refused.reason()) {
            case INVALID_CODE, USED_CODE ->
                    new Problem(
                            CommunityProblem.CODE_REFUSED,
                            "Get a fresh code from wx.login",
                            refused);
            case RATE_LIMITED, UNAVAILABLE ->
                    new Problem(
                            CommonProblem.UNAVAILABLE, "WeChat does not answer just now", refused);
        };
    }
}
