package io.xinqun.local.launcher.status;

import java.util.Comparator;
import java.util.Map;

/// What the broker knows: how far each group is behind, and what was set aside in each topic of
/// dead letters.
public record BrokerNumbers(Map<String, Lag> groups, Map<String, Long> deadLetters) {

    /// Records that a group has not done, in all, and in the partition where they are most.
    public record Lag(long sum, String worst, long most) {

        static Lag of(Map<String, Long> byPartition) {
            long sum = byPartition.values().stream().mapToLong(Long::longValue).sum();
            return byPartition.entrySet().stream()
                    .filter(each -> each.getValue() > 0)
                    .max(Comparator.comparingLong(Map.Entry::getValue))
                    .map(worst -> new Lag(sum, worst.getKey(), worst.getValue()))
                    .orElseGet(() -> new Lag(sum, "-", 0));
        }
    }
}
