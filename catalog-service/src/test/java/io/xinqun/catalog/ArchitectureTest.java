package io.xinqun.catalog;

import io.xinqun.kernel.rules.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("io.xinqun.catalog", "io.xinqun.catalog.model");
    }
}
