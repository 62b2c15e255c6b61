package io.xinqun.order.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.consumer.Subscription;
import io.xinqun.kernel.event.Cleanup;
import io.xinqun.kernel.event.TopicSpec;
import io.xinqun.order.attribution.ReferralBook;
import io.xinqun.order.attribution.messaging.ReferralHandler;
import io.xinqun.order.offers.OfferBook;
import io.xinqun.order.offers.messaging.OfferHandler;
import io.xinqun.order.placement.SoldOutGate;
import io.xinqun.order.placement.TakeAnswers;
import io.xinqun.order.placement.messaging.StockOutcomeHandler;
import io.xinqun.order.plans.PlanShelf;
import io.xinqun.order.plans.messaging.PlanHandler;
import io.xinqun.order.publishing.OrderPublishing;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The topic of the orders and what this program listens to.
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    @Bean
    TopicSpec orderEvents() {
        return new TopicSpec(
                OrderPublishing.EVENTS,
                OrderLimits.PARTITIONS,
                Cleanup.DELETE,
                OrderLimits.EVENTS_KEPT);
    }

    @Bean
    Subscription readModels(OfferBook offers, ReferralBook referrals, PlanShelf plans) {
        return new Subscription(
                "order-read-models",
                List.of(
                        "catalog.offer.v1",
                        "community.curator.v1",
                        "community.community.v1",
                        "community.binding.v1",
                        "commission.plan.v1"),
                List.of(
                        new OfferHandler(offers),
                        new ReferralHandler(referrals),
                        new PlanHandler(plans)),
                OrderLimits.MODEL_THREADS);
    }

    @Bean
    Subscription stockOutcomes(TakeAnswers answers, SoldOutGate gate, MeterRegistry meters) {
        return new Subscription(
                "order-stock-outcomes",
                List.of("catalog.stock-outcome.v1"),
                List.of(new StockOutcomeHandler(answers, gate, meters)),
                OrderLimits.OUTCOME_THREADS);
    }
}
