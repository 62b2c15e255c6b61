package io.xinqun.kernel.total;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SlotsTest {

    /// Deployments are born with these; another answer would split a total into two. The numbers
    /// are CRC-32 as any other language computes it, modulo 64.
    @ParameterizedTest
    @CsvSource({"S1:main:base, 46", "wallet:curator:c1, 31", "deposit@17, 17", "x@y, 39", "@5, 25"})
    void a_total_keeps_its_slot_for_good(String total, int slot) {
        assertThat(Slots.DEFAULT.slotOf(total)).isEqualTo(slot);
    }

    @Test
    void a_pinned_total_is_in_its_slot_and_no_other_slot_exists() {
        for (int slot = 0; slot < 64; slot++) {
            assertThat(Slots.DEFAULT.slotOf(Slots.DEFAULT.pinned("deposit", slot))).isEqualTo(slot);
        }
        assertThatThrownBy(() -> Slots.DEFAULT.pinned("deposit", 64))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Slots.DEFAULT.slotOf("deposit@64"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void totals_spread_over_all_slots() {
        Set<Integer> used = new HashSet<>();
        for (int sku = 0; sku < 1_000; sku++) {
            used.add(Slots.DEFAULT.slotOf("S" + sku + ":main:base"));
        }
        assertThat(used).hasSize(64);
    }
}
