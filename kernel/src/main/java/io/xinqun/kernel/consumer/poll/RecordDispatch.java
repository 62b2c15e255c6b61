package io.xinqun.kernel.consumer.poll;

import io.xinqun.kernel.consumer.RecordHandler;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Brings every record as it is to the one handler.
record RecordDispatch(RecordHandler handler) implements Dispatch {

    @Override
    public void handle(ConsumerRecord<String, byte[]> record) {
        handler.handle(record);
    }

    @Override
    public boolean areOfOneBatch(
            ConsumerRecord<String, byte[]> first, ConsumerRecord<String, byte[]> second) {
        return false;
    }

    @Override
    public void handleAll(List<ConsumerRecord<String, byte[]>> records) {
        records.forEach(handler::handle);
    }
}
