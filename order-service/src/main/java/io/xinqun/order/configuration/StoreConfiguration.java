package io.xinqun.order.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.mongo.BlockingMongo;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxTemplate;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.total.Slots;
import io.xinqun.order.attribution.mongo.MongoReferrals;
import io.xinqun.order.offers.mongo.MongoOffers;
import io.xinqun.order.order.Change;
import io.xinqun.order.order.Orders.Answer;
import io.xinqun.order.order.Signals;
import io.xinqun.order.plans.mongo.MongoPlans;
import io.xinqun.order.publishing.OrderPublishing;
import io.xinqun.order.signal.LocalSignals;
import io.xinqun.order.signal.messaging.RedisBroadcast;
import io.xinqun.order.signal.messaging.SharedSignals;
import io.xinqun.order.store.MongoOrders;
import io.xinqun.order.store.OrderOutgoing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/// Where orders and read models are kept, and how the instances hint each other.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final String CHANNEL = "xinqun:order";

    @Bean
    RedisBroadcast redisBroadcast(ReactiveStringRedisTemplate redis, KafkaNames names, Ids ids) {
        return new RedisBroadcast(redis, names.prefix() + CHANNEL, ids.next());
    }

    @Bean
    Signals signals(RedisBroadcast broadcast, MeterRegistry meters) {
        LocalSignals here = new LocalSignals();
        meters.gauge(OrderMetric.WAITING.getName(), here, LocalSignals::size);
        return new SharedSignals(here, broadcast);
    }

    @Bean
    OrderOutgoing orderOutgoing(Clock clock) {
        OrderPublishing publishing = new OrderPublishing(Slots.DEFAULT, clock);
        return new OrderOutgoing() {
            @Override
            public List<OutboxEntry> entries(Change change, @Nullable String placedIn) {
                return publishing.entries(change, placedIn);
            }

            @Override
            public OutboxTemplate template(Answer answer, long sequence, Instant now) {
                return publishing.template(answer, sequence, now);
            }
        };
    }

    @Bean
    MongoOrders orders(
            MongoDatabase database, Outboxes outboxes, OrderOutgoing outgoing, Signals signals) {
        MongoOrders orders = new MongoOrders(database, outboxes, outgoing, signals);
        BlockingMongo.first(orders.createIndexes());
        return orders;
    }

    @Bean
    MongoOffers offers(MongoDatabase database) {
        MongoOffers offers = new MongoOffers(database);
        BlockingMongo.first(offers.createIndexes());
        return offers;
    }

    @Bean
    MongoReferrals referrals(MongoDatabase database) {
        return new MongoReferrals(database);
    }

    @Bean
    MongoPlans plans(MongoDatabase database) {
        return new MongoPlans(database);
    }
}
