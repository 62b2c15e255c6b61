package io.xinqun.kernel.rules.sample.refund;

public record MoneyAsDouble(String id, double price) {}
