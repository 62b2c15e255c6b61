package io.xinqun.kernel.rules.sample.refund;

import io.xinqun.gateway.PlantedService;

public record UsesAService(PlantedService other) {}
