package io.xinqun.community;

import io.xinqun.community.configuration.CommunityProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Accounts and sign-in, communities and members, share links and attribution.
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(CommunityProperties.class)
public class CommunityApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommunityApplication.class, arguments);
    }
}
