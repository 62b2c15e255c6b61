package io.xinqun.catalog.configuration;

import io.xinqun.catalog.feed.ReceiveRecords;
import io.xinqun.catalog.feed.messaging.FeedRecordHandler;
import io.xinqun.catalog.listing.Curators;
import io.xinqun.catalog.listing.messaging.CuratorHandler;
import io.xinqun.catalog.publishing.Topics;
import io.xinqun.catalog.stock.messaging.StockOutcomes;
import io.xinqun.kernel.consumer.RecordSubscription;
import io.xinqun.kernel.consumer.Subscription;
import io.xinqun.kernel.event.Cleanup;
import io.xinqun.kernel.event.TopicSpec;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The topics that the catalog owns and those it listens to.
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    /// As many instances as this can share the work of a topic.
    private static final int PARTITIONS = 8;

    /// As long as a stock command can come back: the owner refuses older ones.
    private static final Duration COMMANDS = Duration.ofDays(30);

    private static final Duration WEEK = Duration.ofDays(7);

    /// Feeds of different suppliers go on beside each other.
    private static final int FEED_THREADS = 4;

    @Bean
    TopicSpec feedTopic() {
        return new TopicSpec(FeedRecordHandler.TOPIC, PARTITIONS, Cleanup.DELETE, WEEK);
    }

    @Bean
    TopicSpec offerTopic() {
        return new TopicSpec(Topics.OFFER, PARTITIONS, Cleanup.COMPACT, WEEK);
    }

    @Bean
    TopicSpec stockCommandTopic() {
        return new TopicSpec(Topics.STOCK_COMMAND, PARTITIONS, Cleanup.DELETE, COMMANDS);
    }

    @Bean
    TopicSpec stockOutcomeTopic() {
        return new TopicSpec(StockOutcomes.TOPIC, PARTITIONS, Cleanup.DELETE, WEEK);
    }

    @Bean
    RecordSubscription feed(ReceiveRecords receiveRecords) {
        return new RecordSubscription(
                "catalog-feed",
                List.of(FeedRecordHandler.TOPIC),
                new FeedRecordHandler(receiveRecords),
                FEED_THREADS);
    }

    @Bean
    Subscription curatorStatus(Curators curators) {
        return new Subscription(
                "catalog-curators",
                List.of(CuratorHandler.TOPIC),
                List.of(new CuratorHandler(curators)),
                1);
    }
}
