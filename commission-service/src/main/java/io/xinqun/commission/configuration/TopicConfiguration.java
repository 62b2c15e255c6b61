package io.xinqun.commission.configuration;

import io.xinqun.commission.publishing.Topics;
import io.xinqun.kernel.event.Cleanup;
import io.xinqun.kernel.event.TopicSpec;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The topics that this service owns.
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    /// As many instances as will ever share the work of one topic.
    private static final int PARTITIONS = 8;

    /// Whoever was away longer than this starts from a rebuilt read model.
    private static final Duration RETENTION = Duration.ofDays(30);

    private static final Duration TOMBSTONES = Duration.ofDays(1);

    @Bean
    TopicSpec planTopic() {
        return new TopicSpec(Topics.PLANS, PARTITIONS, Cleanup.COMPACT, TOMBSTONES);
    }

    @Bean
    TopicSpec ledgerCommandTopic() {
        return new TopicSpec(Topics.LEDGER_COMMANDS, PARTITIONS, Cleanup.DELETE, RETENTION);
    }

    @Bean
    TopicSpec ledgerTopic() {
        return new TopicSpec(Topics.LEDGER, PARTITIONS, Cleanup.DELETE, RETENTION);
    }
}
