package io.xinqun.kernel.autoconfigure;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.consumer.KafkaSettings;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.event.TopicDeclarations;
import io.xinqun.kernel.total.TotalsDefinition;
import io.xinqun.kernel.total.consumer.TotalsRunner;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/// Runs owner, folder and consumer of every declared [TotalsDefinition].
@AutoConfiguration(
        after = StoreAutoConfiguration.class,
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnBean({MongoDatabase.class, KafkaTemplate.class, TotalsDefinition.class})
public class TotalsAutoConfiguration {

    @Bean
    TotalsRunner totalsRunner(
            List<TotalsDefinition<?>> definitions,
            TotalsRunner.Broker broker,
            MongoDatabase database,
            Clock clock,
            MeterRegistry registry) {
        return new TotalsRunner(
                definitions, broker, new TotalsRunner.Ground(database, clock, registry));
    }

    @Bean
    TotalsRunner.Broker totalsBroker(
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> producer,
            KafkaNames names,
            Declaring declaring) {
        return new TotalsRunner.Broker(
                consumers, producer, names, declaring.topics, declaring.deadLetterRetention);
    }

    /// How the topics of dead letters come to be.
    record Declaring(TopicDeclarations topics, Duration deadLetterRetention) {}

    @Bean
    Declaring totalsDeclaring(TopicDeclarations topics, KafkaSettings settings) {
        return new Declaring(topics, settings.deadLetterRetention());
    }
}
