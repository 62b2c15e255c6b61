package io.xinqun.kernel.autoconfigure;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.xinqun.kernel.consumer.EventConsumers;
import io.xinqun.kernel.consumer.KafkaSettings;
import io.xinqun.kernel.consumer.RecordSubscription;
import io.xinqun.kernel.consumer.Subscription;
import io.xinqun.kernel.consumer.parking.MongoParkingPlace;
import io.xinqun.kernel.consumer.parking.ParkingPlace;
import io.xinqun.kernel.consumer.poll.Groups;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.event.KafkaTopicDeclarations;
import io.xinqun.kernel.event.TopicDeclarations;
import io.xinqun.kernel.event.TopicSpec;
import java.time.Clock;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/// Topics and consumer groups of a program that has a broker, with a parking place in its database.
@AutoConfiguration(after = {StoreAutoConfiguration.class, KafkaAutoConfiguration.class})
@ConditionalOnClass({Consumer.class, KafkaAutoConfiguration.class})
@EnableConfigurationProperties(KafkaSettings.class)
public class MessagingAutoConfiguration {

    @Bean
    KafkaNames kafkaNames(KafkaSettings settings) {
        return new KafkaNames(settings.prefix());
    }

    @Bean
    @ConditionalOnMissingBean(TopicDeclarations.class)
    KafkaTopicDeclarations topicDeclarations(
            KafkaAdmin admin, KafkaNames names, KafkaSettings settings) {
        return new KafkaTopicDeclarations(
                () -> Admin.create(admin.getConfigurationProperties()),
                names,
                settings.replication());
    }

    /// Consumer groups need the database for what they park.
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoDatabase.class)
    @ConditionalOnBean(MongoDatabase.class)
    static class Consuming {

        @Bean
        Function<String, ParkingPlace> parkingPlaces(MongoDatabase database, Clock clock) {
            return group -> {
                MongoParkingPlace.createIndex(database);
                return new MongoParkingPlace(database, group, clock);
            };
        }

        @Bean
        @ConditionalOnMissingBean
        Groups.Tools consumerTools(
                ConsumerFactory<String, byte[]> consumers,
                KafkaTemplate<String, byte[]> producer,
                Measuring measuring,
                Function<String, ParkingPlace> parkingPlaces,
                KafkaSettings settings) {
            return new Groups.Tools(
                    consumers,
                    producer,
                    measuring.topics,
                    parkingPlaces,
                    settings,
                    measuring.meters,
                    measuring.observations,
                    measuring.clock);
        }

        /// Gathers what a bean method would otherwise take one by one.
        record Measuring(
                TopicDeclarations topics,
                MeterRegistry meters,
                ObservationRegistry observations,
                Clock clock) {}

        @Bean
        Measuring measuring(
                TopicDeclarations topics,
                MeterRegistry meters,
                ObservationRegistry observations,
                Clock clock) {
            return new Measuring(topics, meters, observations, clock);
        }

        @Bean
        @ConditionalOnMissingBean
        EventConsumers eventConsumers(Groups.Tools tools) {
            return new Groups(tools);
        }

        @Bean
        SubscriptionLifecycle subscriptionLifecycle(
                EventConsumers consumers,
                TopicDeclarations topics,
                SubscriptionLifecycle.Declared declared,
                KafkaSettings settings) {
            return new SubscriptionLifecycle(consumers, topics, declared, settings.autoStart());
        }

        @Bean
        SubscriptionLifecycle.Declared declaredSubscriptions(
                ObjectProvider<TopicSpec> topics,
                ObjectProvider<Subscription> events,
                ObjectProvider<RecordSubscription> records) {
            return new SubscriptionLifecycle.Declared(topics, events, records);
        }
    }
}
