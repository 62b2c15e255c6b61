package io.xinqun.kernel.consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What a program does with records that are no events of ours, such as a supplier's feed. The same
/// rules as for [EventHandler].
@FunctionalInterface
public interface RecordHandler {

    void handle(ConsumerRecord<String, byte[]> record);
}
