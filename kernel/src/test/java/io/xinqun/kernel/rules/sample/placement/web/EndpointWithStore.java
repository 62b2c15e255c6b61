package io.xinqun.kernel.rules.sample.placement.web;

import io.xinqun.kernel.rules.sample.placement.mongo.MongoOrders;

public record EndpointWithStore(MongoOrders orders) {}
