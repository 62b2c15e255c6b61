package io.xinqun.kernel.total.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.total.Command;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandBatchTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void whatever_the_decoder_throws_the_record_is_poison_and_the_next_one_a_command() {
        CommandBatch<String> batch =
                new CommandBatch<>(
                        List.of(record(0, "bad"), record(1, "good")),
                        event -> {
                            String data = new String(event.data(), StandardCharsets.UTF_8);
                            if (data.equals("bad")) {
                                throw new IllegalStateException("a defect of the decoder");
                            }
                            return new Command<>(event.id(), "unit-1", event.time(), data);
                        },
                        NOW);

        assertThat(batch.commands()).extracting(Command::payload).containsExactly("good");
        assertThat(batch.poison().values())
                .singleElement()
                .satisfies(poison -> assertThat(poison.reason()).isEqualTo("malformed-data"));
        assertThat(batch.ends().values()).singleElement().matches(end -> end.offset() == 2);
    }

    private static ConsumerRecord<String, byte[]> record(long offset, String data) {
        Event event =
                new Event(
                        "c-" + offset,
                        "stock.reserve.v1",
                        "test",
                        "unit-1",
                        0,
                        null,
                        null,
                        null,
                        NOW,
                        data.getBytes(StandardCharsets.UTF_8));
        ProducerRecord<String, byte[]> sent = EventCodec.toRecord("commands", "unit-1", event);
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("commands", 0, offset, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
