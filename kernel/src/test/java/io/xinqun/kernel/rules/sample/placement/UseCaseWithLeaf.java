package io.xinqun.kernel.rules.sample.placement;

import io.xinqun.kernel.rules.sample.placement.mongo.MongoOrders;

public record UseCaseWithLeaf(MongoOrders orders) {}
