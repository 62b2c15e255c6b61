package io.xinqun.order;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Quotes, orders and their payments.
@SpringBootApplication
public class OrderService {

    public static void main(String[] arguments) {
        SpringApplication.run(OrderService.class, arguments);
    }
}
