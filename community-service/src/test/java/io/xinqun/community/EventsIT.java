package io.xinqun.community;

import static io.xinqun.kernel.event.ContractAssertions.assertMatches;
import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.local.testing.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class EventsIT extends Program {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Set<String> TYPES =
            Set.of(
                    "community.account.v1",
                    "community.curator.v1",
                    "community.community.v1",
                    "community.membership.v1",
                    "referral.binding.v1");

    @Test
    void everything_that_happens_is_told_as_the_contracts_say_and_without_personal_data() {
        Person upline = curator("events-upline", null);
        Person curator = curator("events-curator", upline.id());
        Person consumer = consumer("events-consumer");
        String community = community(curator, "open", 5);
        post(consumer.token(), "/api/v1/communities/" + community + "/members", "").expect(200);
        delete(consumer.token(), "/api/v1/communities/" + community + "/members/me").expect(204);
        visit(consumer.token(), link(curator, "p"));
        Set<String> subjects =
                Set.of(
                        upline.id(),
                        curator.id(),
                        consumer.id(),
                        community,
                        community + "|" + consumer.id());

        List<Event> events =
                read(
                        event -> subjects.contains(event.subject()),
                        found ->
                                found.stream().map(Event::type).distinct().count() == TYPES.size()
                                        && found.stream().filter(this::isMembership).count() == 2);

        assertThat(events).extracting(Event::type).containsAll(TYPES);
        for (Event event : events) {
            assertMatches(event.type(), event.data());
            assertThat(event.source()).contains("community-service");
            assertThat(new String(event.data(), StandardCharsets.UTF_8)).doesNotContain("events-");
        }
        assertThat(events).filteredOn(this::isMembership).extracting(Event::sequence).isSorted();
    }

    private boolean isMembership(Event event) {
        return event.type().equals("community.membership.v1");
    }

    private static List<Event> read(Predicate<Event> wanted, Predicate<List<Event>> enough) {
        Platform platform = Platform.shared();
        String prefix = platform.kafkaPrefix(Program.class);
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        platform.kafka(),
                        "group.id",
                        prefix + "events-it",
                        "auto.offset.reset",
                        "earliest");
        List<Event> found = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(
                    List.of(
                            prefix + "community.account.v1",
                            prefix + "community.curator.v1",
                            prefix + "community.community.v1",
                            prefix + "community.membership.v1",
                            prefix + "community.binding.v1"));
            Instant end = Instant.now().plus(PATIENCE);
            while (!enough.test(found) && Instant.now().isBefore(end)) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> {
                            Event event = EventCodec.fromRecord(record);
                            if (wanted.test(event)) {
                                found.add(event);
                            }
                        });
            }
        }
        return found;
    }
}
