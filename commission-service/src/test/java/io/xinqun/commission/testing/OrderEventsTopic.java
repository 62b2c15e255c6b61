package io.xinqun.commission.testing;

import io.xinqun.kernel.event.Cleanup;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.event.TopicSpec;
import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/// The topic that order-service owns, and a voice on it.
@TestConfiguration(proxyBeanMethods = false)
public class OrderEventsTopic {

    @Bean
    TopicSpec orderEventsTopic() {
        return new TopicSpec(
                OrderTopic.NAME, OrderTopic.PARTITIONS, Cleanup.DELETE, Duration.ofDays(1));
    }

    @Bean
    OrderTopic orderTopic(KafkaTemplate<String, byte[]> kafka, KafkaNames names) {
        return new OrderTopic(kafka, names);
    }
}
