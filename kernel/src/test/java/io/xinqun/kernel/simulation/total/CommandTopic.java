package io.xinqun.kernel.simulation.total;

import io.xinqun.kernel.total.Command;
import java.util.ArrayList;
import java.util.List;

/// A topic of commands with the group's offset. It can be lost and made again with all that was in
/// it, and then it is read from its start.
final class CommandTopic {

    private List<Command<StockRule.Request>> records = new ArrayList<>();
    private int committed;
    private int generation;

    void add(Command<StockRule.Request> command) {
        records.add(command);
    }

    int committed() {
        return committed;
    }

    int generation() {
        return generation;
    }

    List<Command<StockRule.Request>> read(int from, int count) {
        int start = Math.min(from, records.size());
        return List.copyOf(records.subList(start, Math.min(start + count, records.size())));
    }

    void commit(int ofGeneration, int offset) {
        if (ofGeneration == generation) {
            committed = Math.max(committed, offset);
        }
    }

    void recreate() {
        records = new ArrayList<>(records);
        generation++;
        committed = 0;
    }

    boolean isRead() {
        return committed >= records.size();
    }
}
