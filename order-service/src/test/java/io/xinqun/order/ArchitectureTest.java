package io.xinqun.order;

import io.xinqun.kernel.rules.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("io.xinqun.order", "io.xinqun.order.order");
    }
}
