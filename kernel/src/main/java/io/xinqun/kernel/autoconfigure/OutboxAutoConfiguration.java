package io.xinqun.kernel.autoconfigure;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.outbox.OutboxLog;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.outbox.kafka.KafkaOutboxLog;
import io.xinqun.kernel.outbox.mongo.MongoOutboxStore;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/// The outboxes of a program that has a database and a broker.
@AutoConfiguration(
        after = StoreAutoConfiguration.class,
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnBean({MongoDatabase.class, KafkaTemplate.class})
public class OutboxAutoConfiguration {

    /// Events name the program that tells them.
    @Bean
    @ConditionalOnMissingBean
    OutboxLog outboxLog(
            KafkaTemplate<String, byte[]> kafka,
            KafkaNames names,
            @Value("${spring.application.name:xinqun}") String program) {
        return new KafkaOutboxLog(kafka, names, program);
    }

    @Bean
    @ConditionalOnMissingBean
    Outboxes outboxes(MongoDatabase database, OutboxLog log, Clock clock, MeterRegistry registry) {
        return new Outboxes(
                collection -> MongoOutboxStore.open(database, collection), log, clock, registry);
    }
}
