package io.xinqun.community;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Accounts and sign-in, communities and members, share links and attribution.
@SpringBootApplication
@EnableScheduling
public class CommunityApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommunityApplication.class, arguments);
    }
}
