package io.xinqun.kernel.consumer.poll;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Brings a record to whoever handles it.
interface Dispatch {

    void handle(ConsumerRecord<String, byte[]> record);

    /// Whether both go to the same handler of batches.
    boolean areOfOneBatch(
            ConsumerRecord<String, byte[]> first, ConsumerRecord<String, byte[]> second);

    void handleAll(List<ConsumerRecord<String, byte[]>> records);
}
