package io.xinqun.kernel.consumer.parking;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A record in the parking place, and the id under which it waits there.
public record ParkedRecord(String id, ConsumerRecord<String, byte[]> record) {}
