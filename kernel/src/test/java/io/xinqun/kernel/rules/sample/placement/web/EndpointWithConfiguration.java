package io.xinqun.kernel.rules.sample.placement.web;

import io.xinqun.kernel.rules.sample.configuration.SampleConfiguration;

public record EndpointWithConfiguration(SampleConfiguration configuration) {}
