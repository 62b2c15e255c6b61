package io.xinqun.kernel.simulation.outbox;

import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.outbox.OutboxLog;
import io.xinqun.kernel.simulation.World;
import java.util.ArrayList;
import java.util.List;

/// A log that takes an entry at any later moment, whether its sender still lives or not; refuses
/// some; loses some acknowledgements; and never takes those of one poisoned type.
final class MemoryLog implements OutboxLog {

    static final String POISON = "poison";

    private static final int REFUSED = 60;
    private static final int ACKNOWLEDGEMENT_LOST = 60;

    final List<Record> records = new ArrayList<>();
    private final World world;

    MemoryLog(World world) {
        this.world = world;
    }

    record Record(String document, OutboxEntry entry) {}

    @Override
    public void send(String documentId, OutboxEntry entry, Fate fate) {
        world.chance().mayFail(10);
        world.later(() -> arrive(new Record(documentId, entry), fate));
    }

    private void arrive(Record record, Fate fate) {
        if (record.entry().type().equals(POISON) || world.chance().fault(REFUSED)) {
            world.note(() -> "refused " + record.entry().id());
            fate.decided(new IllegalStateException("refused"));
        } else if (world.chance().fault(ACKNOWLEDGEMENT_LOST)) {
            fate.decided(new IllegalStateException("no reply"));
            world.later(() -> add(record));
        } else {
            add(record);
            fate.decided(null);
        }
    }

    private void add(Record record) {
        records.add(record);
        world.note(() -> "in the log: " + record.entry().id());
    }
}
