package io.xinqun.kernel.rules.sample.order;

import io.xinqun.kernel.money.Fen;

public record Order(String id, Fen price) {}
