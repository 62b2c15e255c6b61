package io.xinqun.kernel.total.journal;

import io.xinqun.kernel.total.Amounts;
import java.util.List;

/// What a replay of a slot's journal says about its folded totals.
///
/// Shape: `position` up to which was replayed, `entries` and `decisions` seen on the way, `lag`
/// journal entries behind it that are not folded yet; `differences` empty when it holds.
public record SlotProof(
        int slot, long position, long decisions, long lag, List<Difference> differences) {

    /// A total whose folded amounts are not what the journal says.
    public record Difference(String total, Amounts replayed, Amounts folded) {}

    public boolean holds() {
        return differences.isEmpty();
    }
}
