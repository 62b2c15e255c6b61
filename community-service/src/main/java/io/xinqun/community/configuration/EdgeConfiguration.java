package io.xinqun.community.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.community.CommunityMeters;
import io.xinqun.kernel.event.Cleanup;
import io.xinqun.kernel.event.TopicSpec;
import io.xinqun.kernel.security.PublicPath;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/// What the world sees: open paths, topics, metrics.
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    /// One for each consumer that may ever share the work of reading; a key's order is per
    /// partition.
    private static final int PARTITIONS = 8;

    /// A consumer that was away for a week still learns what was deleted.
    private static final Duration TOMBSTONES = Duration.ofDays(7);

    @Bean
    PublicPath wechatSignInPath() {
        return new PublicPath(HttpMethod.POST, "/api/v1/sign-in/wechat-mini-program");
    }

    @Bean
    PublicPath passwordSignInPath() {
        return new PublicPath(HttpMethod.POST, "/api/v1/sign-in/password");
    }

    @Bean
    PublicPath refreshPath() {
        return new PublicPath(HttpMethod.POST, "/api/v1/sign-in/refresh");
    }

    @Bean
    PublicPath visitPath() {
        return new PublicPath(HttpMethod.POST, "/api/v1/share-links/{code}/visits");
    }

    @Bean
    TopicSpec accountTopic() {
        return compacted("community.account.v1");
    }

    @Bean
    TopicSpec curatorTopic() {
        return compacted("community.curator.v1");
    }

    @Bean
    TopicSpec communityTopic() {
        return compacted("community.community.v1");
    }

    @Bean
    TopicSpec membershipTopic() {
        return compacted("community.membership.v1");
    }

    @Bean
    TopicSpec bindingTopic() {
        return compacted("community.binding.v1");
    }

    @Bean
    CommunityMeters communityMeters(MeterRegistry registry) {
        return new CommunityMeters(registry);
    }

    private static TopicSpec compacted(String name) {
        return new TopicSpec(name, PARTITIONS, Cleanup.COMPACT, TOMBSTONES);
    }
}
