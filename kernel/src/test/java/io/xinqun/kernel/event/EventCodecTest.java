package io.xinqun.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.kernel.consumer.PoisonMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final Event FULL =
            new Event(
                    "o-1:2",
                    "order.paid.v1",
                    "order-service",
                    "o-1",
                    2,
                    "n-7",
                    new Actor("a-1", "consumer"),
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                    Instant.parse("2026-11-22T10:00:00.123456Z"),
                    "{\"orderId\":\"o-1\"}".getBytes(StandardCharsets.UTF_8));

    private static final Event BARE =
            new Event(
                    "o-1:1",
                    "order.placed.v1",
                    "order-service",
                    "o-1",
                    0,
                    null,
                    null,
                    null,
                    Instant.EPOCH,
                    new byte[] {'{', '}'});

    @Test
    void an_event_arrives_as_it_was_sent() {
        assertThat(EventCodec.fromRecord(received(sent(FULL)))).isEqualTo(FULL);
        assertThat(EventCodec.fromRecord(received(sent(BARE)))).isEqualTo(BARE);
    }

    @Test
    void on_the_wire_it_is_a_cloud_event_in_binary_mode() {
        ProducerRecord<String, byte[]> record = sent(FULL);
        assertThat(record.topic()).isEqualTo("order.events.v1");
        assertThat(record.key()).isEqualTo("o-1");
        assertThat(record.value()).isEqualTo(FULL.data());
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("order.paid.v1");
        assertThat(header(record, "ce_sequence")).isEqualTo("2");
        assertThat(header(record, "ce_causationid")).isEqualTo("n-7");
        assertThat(header(record, "ce_actor")).isEqualTo("consumer/a-1");
        assertThat(header(record, "ce_traceparent")).startsWith("00-0af7");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id",
                "ce_type",
                "ce_source",
                "ce_subject",
                "ce_sequence",
                "ce_time",
                "ce_specversion"
            })
    void a_record_without_a_part_is_poison(String part) {
        ProducerRecord<String, byte[]> record = sent(FULL);
        record.headers().remove(part);
        assertPoison(record);
    }

    @Test
    void a_header_without_a_value_is_poison() {
        ProducerRecord<String, byte[]> record = sent(FULL);
        record.headers().remove("ce_type").add("ce_type", null);
        assertThat(EventCodec.typeOf(received(record))).isNull();
        assertPoison(record);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_sequence, two",
        "ce_sequence, 1.5",
        "ce_time, yesterday",
        "ce_time, +12026-11-22T10:00:00Z",
        "ce_time, -0001-11-22T10:00:00Z",
        "ce_actor, nobody",
        "ce_specversion, 9.9",
        "ce_source, ':'"
    })
    void a_record_with_a_wrong_part_is_poison(String part, String value) {
        ProducerRecord<String, byte[]> record = sent(FULL);
        record.headers().remove(part).add(part, value.getBytes(StandardCharsets.UTF_8));
        assertPoison(record);
    }

    @Test
    void data_of_the_wrong_form_is_poison_that_does_not_repeat_it() {
        record Named(String name, long fen) {}
        byte[] data = "{\"name\":\"secret\",\"fen\":\"secret\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> EventJson.read(data, Named.class))
                .isInstanceOf(PoisonMessage.class)
                .hasMessageNotContaining("secret")
                .hasMessageContaining("fen");
    }

    @Test
    void a_consumer_reads_only_what_it_declares() {
        record Part(String orderId) {}
        byte[] data = "{\"orderId\":\"o-1\",\"more\":{}}".getBytes(StandardCharsets.UTF_8);
        assertThat(EventJson.read(data, Part.class)).isEqualTo(new Part("o-1"));
        assertThat(EventJson.write(new Part("o-1"))).asString().isEqualTo("{\"orderId\":\"o-1\"}");
    }

    record Told(String name, List<Line> lines, @Nullable Instant until) {

        record Line(@Nullable String note, long pieces) {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{}",
                "[]",
                "\"name\"",
                "{\"name\":\"a\",\"lines\":[]",
                "{\"name\":\"a\",\"lines\":[]} {}",
                "{\"name\":\"a\"}",
                "{\"lines\":[]}",
                "{\"name\":null,\"lines\":[]}",
                "{\"name\":\"a\",\"lines\":null}",
                "{\"name\":\"a\",\"lines\":[null]}",
                "{\"name\":\"a\",\"lines\":[{}]}",
                "{\"name\":\"a\",\"lines\":[{\"pieces\":1.5}]}",
                "{\"name\":\"a\",\"lines\":[],\"until\":\"+12026-11-22T10:00:00Z\"}",
                "{\"name\":\"a\",\"lines\":[],\"until\":1700000000}"
            })
    void data_without_what_the_consumer_reads_is_poison(String data) {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> EventJson.read(bytes, Told.class))
                .isInstanceOf(PoisonMessage.class)
                .extracting(poison -> ((PoisonMessage) poison).reason())
                .isEqualTo("malformed-data");
    }

    @Test
    void what_may_be_absent_may_be_absent() {
        byte[] data =
                "{\"name\":\"a\",\"lines\":[{\"pieces\":1}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(EventJson.read(data, Told.class))
                .isEqualTo(new Told("a", List.of(new Told.Line(null, 1)), null));
    }

    private static void assertPoison(ProducerRecord<String, byte[]> record) {
        assertThatThrownBy(() -> EventCodec.fromRecord(received(record)))
                .isInstanceOf(PoisonMessage.class);
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static ProducerRecord<String, byte[]> sent(Event event) {
        return EventCodec.toRecord("order.events.v1", event.subject(), event);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
