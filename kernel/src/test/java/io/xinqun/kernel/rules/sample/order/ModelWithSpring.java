package io.xinqun.kernel.rules.sample.order;

import org.springframework.http.HttpStatus;

public record ModelWithSpring(HttpStatus status) {}
