package io.xinqun.kernel.autoconfigure;

import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.time.TimeProperties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// Time, identity and JSON: what every program has.
@AutoConfiguration(before = JacksonAutoConfiguration.class)
@EnableConfigurationProperties(TimeProperties.class)
public class CoreAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ZoneId businessZone(TimeProperties properties) {
        return properties.zone();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids(Clock clock) {
        return new Ids(clock, new SecureRandom());
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }
}
