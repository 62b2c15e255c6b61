package io.xinqun.community;

import io.xinqun.kernel.rules.ArchitectureRules;
import org.junit.jupiter.api.TestInstance;

/// One instance, so that the classes are read once and not once per rule.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("io.xinqun.community", "io.xinqun.community.model");
    }
}
