package io.xinqun.commission;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The program that knows who earned every fen.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CommissionApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommissionApplication.class, arguments);
    }
}
