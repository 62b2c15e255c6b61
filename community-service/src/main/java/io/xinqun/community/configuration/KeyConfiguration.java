package io.xinqun.community.configuration;

import io.xinqun.community.model.account.KeyedHash;
import io.xinqun.kernel.security.SecurityProperties;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keys and what is made with them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommunityProperties.class)
class KeyConfiguration {

    @Bean
    SigningKeys signingKeys(SecurityProperties properties, Clock clock) {
        String location = properties.signingKeys();
        if (location == null || location.isBlank()) {
            throw new IllegalArgumentException("set XINQUN_SIGNING_KEYS to the private keys");
        }
        return new SigningKeys(location, clock, properties.issuer());
    }

    @Bean
    KeyedHash keyedHash(SecurityProperties properties) {
        return LookupKey.in(properties.dataKeys());
    }

    @Bean(destroyMethod = "close")
    Argon2Passwords passwords(CommunityProperties properties) {
        return new Argon2Passwords(properties.passwords());
    }
}
