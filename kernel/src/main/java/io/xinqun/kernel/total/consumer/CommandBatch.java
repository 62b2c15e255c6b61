package io.xinqun.kernel.total.consumer;

import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.telemetry.Traces;
import io.xinqun.kernel.total.Command;
import io.xinqun.kernel.total.CommandDecoder;
import io.xinqun.kernel.total.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// The commands of one poll, and the records among them that are none.
final class CommandBatch<P> {

    /// A producer's clock may be a little ahead. A record from much later would make the owner
    /// believe that every other command is old.
    private static final Duration TOLERANCE = Duration.ofHours(1);

    private final Iterable<ConsumerRecord<String, byte[]>> records;
    private final List<Command<P>> commands = new ArrayList<>();
    private final Map<ConsumerRecord<String, byte[]>, PoisonMessage> poison = new HashMap<>();

    CommandBatch(
            Iterable<ConsumerRecord<String, byte[]>> records,
            CommandDecoder<P> decoder,
            Instant now) {
        this.records = records;
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                commands.add(checked(command(EventCodec.fromRecord(record), decoder), now));
            } catch (PoisonMessage reason) {
                poison.put(record, reason);
            }
        }
    }

    private static <P> Command<P> command(Event event, CommandDecoder<P> decoder) {
        try {
            return decoder.decode(event).within(Traces.proper(event.traceparent()));
        } catch (PoisonMessage known) {
            throw known;
        } catch (RuntimeException malformed) {
            // Decoding waits for nothing: whatever fails would fail again, and end the owner.
            throw new PoisonMessage("malformed-data", event.toString(), malformed);
        }
    }

    private static <P> Command<P> checked(Command<P> command, Instant now) {
        if (command.at().isAfter(now.plus(TOLERANCE))) {
            throw new PoisonMessage("from-the-future", command.at().toString());
        }
        try {
            Slots.DEFAULT.slotOf(command.total());
        } catch (IllegalArgumentException unknown) {
            throw new PoisonMessage("no-such-slot", command.total(), unknown);
        }
        return command;
    }

    List<Command<P>> commands() {
        return commands;
    }

    Map<ConsumerRecord<String, byte[]>, PoisonMessage> poison() {
        return poison;
    }

    /// What to commit when all of it is done.
    Map<TopicPartition, OffsetAndMetadata> ends() {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            ends.put(partition(record), new OffsetAndMetadata(record.offset() + 1));
        }
        return ends;
    }

    static Map<TopicPartition, Long> starts(Iterable<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            starts.merge(partition(record), record.offset(), Math::min);
        }
        return starts;
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
