package io.xinqun.kernel.total.consumer;

import io.xinqun.kernel.consumer.PoisonMessage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Where records go that can never be decided. Returns when the record is safe there.
@FunctionalInterface
public interface Graveyard {

    void bury(ConsumerRecord<String, byte[]> record, PoisonMessage reason);
}
