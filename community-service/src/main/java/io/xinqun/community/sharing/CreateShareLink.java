package io.xinqun.community.sharing;

import io.xinqun.community.CommunityProblem;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.community.Communities;
import io.xinqun.community.model.community.MembershipStatus;
import io.xinqun.community.model.community.Memberships;
import io.xinqun.community.model.referral.Channel;
import io.xinqun.community.model.referral.ShareCodes;
import io.xinqun.community.model.referral.ShareLink;
import io.xinqun.community.model.referral.ShareLinks;
import io.xinqun.community.model.referral.Target;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Makes a curator's short link.
///
/// State: the same share has the same code, so a second tap makes no second link. Errors:
/// `forbidden` for a suspended curator; `unknown-community` for one that the curator neither owns
/// nor belongs to.
public final class CreateShareLink {

    /// Two shares meet in a code once in 2^50; that the third, fourth and fifth code are taken too
    /// does not happen.
    private static final int ATTEMPTS = 5;

    private final Accounts accounts;
    private final Communities communities;
    private final Memberships memberships;
    private final ShareLinks links;
    private final ShareCodes codes;
    private final Clock clock;

    public CreateShareLink(Accounts accounts, Places places, ShareLinks links, Minting minting) {
        this.accounts = accounts;
        this.communities = places.communities();
        this.memberships = places.memberships();
        this.links = links;
        this.codes = minting.codes();
        this.clock = minting.clock();
    }

    /// Where a link may be put.
    public record Places(Communities communities, Memberships memberships) {}

    /// How a link gets its code and date.
    public record Minting(ShareCodes codes, Clock clock) {}

    /// What a curator wants to share.
    public record Wish(String sharer, Target target, Channel channel, @Nullable String community) {

        /// A community's own link is for that community.
        @Nullable String place() {
            return target.kind() == Target.Kind.COMMUNITY ? target.id() : community;
        }
    }

    public Mono<ShareLink> handle(Wish wish) {
        return accounts.find(wish.sharer())
                .filter(Account::isActiveCurator)
                .switchIfEmpty(Mono.error(CreateShareLink::suspended))
                .then(Mono.defer(() -> checkPlace(wish)))
                .then(Mono.defer(() -> mint(wish, 0)));
    }

    private Mono<Void> checkPlace(Wish wish) {
        String place = wish.place();
        if (place == null) {
            return Mono.empty();
        }
        return communities
                .find(place)
                .filterWhen(community ->
                        community.isOwnedBy(wish.sharer())
                                ? Mono.just(true)
                                : isMember(place, wish.sharer()))
                .switchIfEmpty(Mono.error(CreateShareLink::unknownCommunity))
                .then();
    }

    private Mono<Boolean> isMember(String community, String account) {
        return memberships
                .find(community, account)
                .map(membership -> membership.is(MembershipStatus.ACTIVE))
                .defaultIfEmpty(false);
    }

    private Mono<ShareLink> mint(Wish wish, int attempt) {
        if (attempt == ATTEMPTS) {
            return Mono.error(new Problem(CommonProblem.UNAVAILABLE, "No free code was found"));
        }
        ShareLink unnamed = linkOf("", wish);
        ShareLink link = linkOf(codes.codeOf(unnamed, attempt), wish);
        return links.add(link)
                .flatMap(added ->
                        added
                                ? Mono.just(link)
                                : links.find(link.code())
                                        .filter(there -> there.isSameShareAs(link))
                                        .switchIfEmpty(mintNext(wish, attempt)));
    }

    private Mono<ShareLink> mintNext(Wish wish, int attempt) {
        return Mono.defer(() -> mint(wish, attempt + 1));
    }

    private ShareLink linkOf(String code, Wish wish) {
        return new ShareLink(
                code, wish.sharer(), wish.target(), wish.channel(), wish.place(), clock.instant());
    }

    private static Problem suspended() {
        return new Problem(CommonProblem.FORBIDDEN, "This curator is not active");
    }

    private static Problem unknownCommunity() {
        return new Problem(
                CommunityProblem.UNKNOWN_COMMUNITY, "You neither own it nor belong to it");
    }
}
