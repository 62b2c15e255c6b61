package io.xinqun.community.sharing;

import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.referral.ShareCodes;
import io.xinqun.community.model.referral.ShareLink;
import io.xinqun.community.model.referral.ShareLinks;
import io.xinqun.community.model.referral.Touch;
import io.xinqun.community.sharing.Visit.Outcome;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// A visitor opens a share link: counts the visit and, for a signed-in consumer, works out whom the
/// consumer follows.
///
/// State: the second level is frozen at the touch. A suspended second level is dropped, nobody is
/// promoted. Self-referral and rings give no attribution and change nothing. Errors: `not-found`
/// for a code that leads nowhere.
public final class OpenShareLink {

    private final ShareLinks links;
    private final Accounts accounts;
    private final FollowSharer followSharer;
    private final ReferralRing ring;
    private final Clock clock;

    public OpenShareLink(
            ShareLinks links,
            Accounts accounts,
            FollowSharer followSharer,
            ReferralRing ring,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.followSharer = followSharer;
        this.ring = ring;
        this.clock = clock;
    }

    /// `consumer` is null for a visitor who is not signed in.
    public Mono<Visit> handle(String code, @Nullable String consumer) {
        return Mono.just(code)
                .filter(ShareCodes::isCode)
                .flatMap(links::find)
                .switchIfEmpty(Mono.error(OpenShareLink::notFound))
                .delayUntil(link -> links.count(link.code(), consumer != null))
                .flatMap(link ->
                        consumer == null
                                ? Mono.just(Visit.without(link, Outcome.ANONYMOUS))
                                : touch(link, consumer));
    }

    private Mono<Visit> touch(ShareLink link, String consumer) {
        if (link.sharer().equals(consumer)) {
            return Mono.just(Visit.without(link, Outcome.SELF_REFERRAL));
        }
        return accounts.find(link.sharer())
                .filter(Account::isActiveCurator)
                .flatMap(sharer -> recommend(link, sharer, consumer))
                .defaultIfEmpty(Visit.without(link, Outcome.CURATOR_SUSPENDED));
    }

    private Mono<Visit> recommend(ShareLink link, Account sharer, String consumer) {
        return ring.wouldClose(consumer, link.sharer())
                .flatMap(closes ->
                        closes
                                ? Mono.just(Visit.without(link, Outcome.REFERRAL_CYCLE))
                                : secondOf(sharer)
                                        .map(second -> touch(link, consumer, second))
                                        .flatMap(followSharer::handle));
    }

    private Touch touch(ShareLink link, String consumer, Optional<String> second) {
        return new Touch(consumer, link, second.orElse(null), clock.instant());
    }

    private Mono<Optional<String>> secondOf(Account sharer) {
        return Mono.justOrEmpty(sharer.secondLevel())
                .flatMap(accounts::find)
                .filter(Account::isActiveCurator)
                .map(second -> Optional.of(second.id()))
                .defaultIfEmpty(Optional.empty());
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "This link leads nowhere");
    }
}
