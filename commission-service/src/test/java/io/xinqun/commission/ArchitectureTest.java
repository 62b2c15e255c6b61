package io.xinqun.commission;

import io.xinqun.kernel.rules.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("io.xinqun.commission", "io.xinqun.commission.ledger");
    }
}
