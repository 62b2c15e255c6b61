package io.xinqun.kernel.rules.sample.placement;

import org.bson.Document;

public record UseCaseWithStore(Document[] documents) {}
