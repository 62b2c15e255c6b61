package io.xinqun.order.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.security.PersonalData;
import io.xinqun.kernel.security.SignedTokens;
import io.xinqun.order.attribution.ResolveAttribution;
import io.xinqun.order.expiry.CancelOrder;
import io.xinqun.order.expiry.ExpireOrders;
import io.xinqun.order.order.Orders;
import io.xinqun.order.order.Signals;
import io.xinqun.order.order.deal.Offers;
import io.xinqun.order.order.deal.PlanBooks;
import io.xinqun.order.order.deal.Quotes;
import io.xinqun.order.order.deal.Referrals;
import io.xinqun.order.payment.QueryPayments;
import io.xinqun.order.payment.RunRefunds;
import io.xinqun.order.placement.AwaitAnswer;
import io.xinqun.order.placement.PlaceOrder;
import io.xinqun.order.placement.PlacementTerms;
import io.xinqun.order.placement.ResendCommands;
import io.xinqun.order.placement.Seal;
import io.xinqun.order.placement.SoldOutGate;
import io.xinqun.order.placement.TakeAnswers;
import io.xinqun.order.placement.messaging.SharedGate;
import io.xinqun.order.quote.QuoteBasket;
import io.xinqun.order.schedule.Sweeps;
import io.xinqun.order.schedule.Sweeps.Sweep;
import io.xinqun.order.signal.messaging.RedisBroadcast;
import io.xinqun.order.tracking.ListOrders;
import io.xinqun.order.tracking.WatchOrder;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Puts quotes, placing, expiry and tracking together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderProperties.class)
class OrderConfiguration {

    private static final String SOLD_OUT = "sold-out";

    @Bean
    Quotes quotes(
            Offers offers, Referrals referrals, PlanBooks plans, SignedTokens tokens, Clock clock) {
        ResolveAttribution attribution = new ResolveAttribution(tokens, referrals, clock);
        return new QuoteBasket(offers, attribution, referrals, plans, clock);
    }

    @Bean
    SoldOutGate soldOutGate(RedisBroadcast broadcast) {
        SharedGate gate = new SharedGate(unit -> broadcast.say(SOLD_OUT, unit));
        broadcast.on(SOLD_OUT, gate::closeHere);
        return gate;
    }

    @Bean
    PlaceOrder.Making making(
            OrderProperties properties,
            PersonalData personalData,
            JsonMapper json,
            MeterRegistry meters) {
        Seal seal = address -> personalData.seal(json.writeValueAsString(address));
        return new PlaceOrder.Making(
                new PlacementTerms(properties.paymentDeadline(), properties.grace()),
                seal,
                new MeteredSplitWatch(meters));
    }

    @Bean
    PlaceOrder placeOrder(
            Quotes quotes,
            Orders orders,
            Signals signals,
            SoldOutGate gate,
            PlaceOrder.Making making) {
        return new PlaceOrder(quotes, orders, new AwaitAnswer(orders, signals), gate, making);
    }

    @Bean
    TakeAnswers takeAnswers(Orders orders, Clock clock) {
        return new TakeAnswers(orders, clock);
    }

    @Bean
    CancelOrder cancelOrder(Orders orders, Clock clock) {
        return new CancelOrder(orders, clock);
    }

    @Bean
    WatchOrder watchOrder(Orders orders, Signals signals) {
        return new WatchOrder(orders, signals);
    }

    @Bean
    ListOrders listOrders(Orders orders) {
        return new ListOrders(orders);
    }

    @Bean
    Sweeps sweeps(
            Orders orders,
            QueryPayments queries,
            RunRefunds refunds,
            Clock clock,
            OrderProperties properties) {
        return new Sweeps(
                List.of(
                        new Sweep("resend", new ResendCommands(orders, clock)::handle),
                        new Sweep("expiry", new ExpireOrders(orders, clock)::handle),
                        new Sweep("query", queries::handle),
                        new Sweep("refund", refunds::handle)),
                properties.sweepEvery());
    }
}
