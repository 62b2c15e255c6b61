package io.xinqun.local.launcher.process;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// One process of the system.
///
/// @param name unique, such as `order-service` or `order-service-2`
/// @param ports every port it listens on, the one that others call first
/// @param needs names of the processes that must be ready before it starts
/// @param command its command line, computed when it starts
/// @param environment what is set for it, beside what the launcher itself has
/// @param readiness how to know that it can serve
public record Unit(
        String name,
        List<Integer> ports,
        List<String> needs,
        Supplier<List<String>> command,
        Map<String, String> environment,
        Readiness readiness) {

    public int port() {
        return ports.getFirst();
    }
}
