package io.xinqun.order.quote;

import io.xinqun.kernel.problem.Problem;
import io.xinqun.order.OrderProblem;
import io.xinqun.order.order.deal.Attributed;
import io.xinqun.order.order.deal.Attributions;
import io.xinqun.order.order.deal.Basket;
import io.xinqun.order.order.deal.Binding;
import io.xinqun.order.order.deal.Offers;
import io.xinqun.order.order.deal.PlanBooks;
import io.xinqun.order.order.deal.Quote;
import io.xinqun.order.order.deal.Quotes;
import io.xinqun.order.order.deal.Referrals;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Prices a basket from what is known here: no other program is asked.
///
/// Errors: those of the calculator; [Problem] `unknown-community`.
public final class QuoteBasket implements Quotes {

    private final Offers offers;
    private final Attributions attributions;
    private final Referrals referrals;
    private final PlanBooks plans;
    private final Clock clock;

    public QuoteBasket(
            Offers offers,
            Attributions attributions,
            Referrals referrals,
            PlanBooks plans,
            Clock clock) {
        this.offers = offers;
        this.attributions = attributions;
        this.referrals = referrals;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public Mono<Quote> quote(Basket basket) {
        List<String> skuIds = basket.items().stream().map(Basket.Item::skuId).toList();
        return Mono.zip(
                        offers.find(skuIds),
                        attributions.of(basket.buyer(), basket.attributionToken()),
                        plans.current())
                .flatMap(known ->
                        knownCommunity(basket.community(), known.getT2())
                                .thenReturn(
                                        new Calculator.Facts(
                                                known.getT1(),
                                                known.getT2(),
                                                known.getT3(),
                                                clock.instant())))
                .map(facts -> Calculator.quote(basket, facts));
    }

    /// The community of a link that counts was checked by who signed the link.
    private Mono<Void> knownCommunity(@Nullable String community, Attributed attributed) {
        Binding binding = attributed.binding();
        if (community == null || (binding != null && community.equals(binding.community()))) {
            return Mono.empty();
        }
        return referrals
                .isActiveCommunity(community)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(
                                        OrderProblem.UNKNOWN_COMMUNITY,
                                        "There is no such community, or it is closed")))
                .then();
    }
}
