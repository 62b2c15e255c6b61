package io.xinqun.kernel.total;

/// A slot takes no commands because too much of its journal waits to be folded. Try again later;
/// nothing of the batch was decided for that slot.
public class SlotBehind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SlotBehind(int slot, long waiting) {
        super("slot " + slot + " has " + waiting + " journal entries that are not folded");
    }
}
