package io.xinqun.kernel.consumer.poll;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// What a consumer thread does with the records it reads. Only that thread calls it.
interface Flow {

    /// Takes the record at `from`, and as many after it as it likes. Returns how many were taken:
    /// their effects are durable, and they never come again unless the offsets are lost.
    ///
    /// Errors: whatever it throws, the record at `from` comes again after a pause.
    int take(List<ConsumerRecord<String, byte[]>> records, int from);

    /// Looks after what was parked; called between polls, never throws.
    void release();

    void assigned(Collection<TopicPartition> partitions);

    void revoked(Collection<TopicPartition> partitions);
}
