package io.xinqun.local.story.records;

import io.xinqun.kernel.consumer.deadletter.DeadLetters;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.story.evidence.TopicReader;
import io.xinqun.local.story.records.Fate.Kind;
import io.xinqun.local.story.records.RecordTable.Consumed;
import io.xinqun.local.story.records.Sender.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Sends every bad record into every partition of every topic that is consumed, the largest into
/// one, and knows what must become of each.
public final class Bombardment {
    private static final int PARTITIONS = 8;

    private final String kafka;
    private final FeedSpoiling feed;
    private final TopicReader reader;
    private final List<Fired> fired = new ArrayList<>();
    private final Map<String, Set<Place>> buried = new TreeMap<>();

    Bombardment(String kafka, FeedSpoiling feed) {
        this.kafka = kafka;
        this.feed = feed;
        this.reader = new TopicReader(kafka);
    }

    /// A bad record and where it lies.
    record Fired(Flaw flaw, Place place) {}

    /// What lay among the dead letters before is not of this bombardment.
    void fire() {
        groups().forEach(group -> buried.put(group, letters(group).keySet()));
        Set<String> topics = new TreeSet<>();
        try (Sender sender = new Sender(kafka)) {
            for (Consumed consumed : RecordTable.topics()) {
                if (topics.add(consumed.topic())) {
                    fire(sender, consumed);
                }
            }
        }
    }

    private void fire(Sender sender, Consumed consumed) {
        boolean isFeed = consumed.kind() == RecordTable.Kind.FEED;
        Optional<ConsumerRecord<String, byte[]>> right =
                isFeed ? Optional.empty() : Optional.of(last(consumed));
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (Flaw flaw : Flaw.values()) {
                int place = partition;
                Optional<ProducerRecord<String, byte[]>> bad =
                        right.map(record -> Spoiling.of(flaw, record, place))
                                .orElseGet(() -> feed.of(flaw, place));
                bad.ifPresent(record -> fired.add(new Fired(flaw, sender.send(record))));
            }
        }
        Place largest =
                sender.sendLargest(bytes ->
                        right.map(record -> Spoiling.large(record, 0, bytes))
                                .orElseGet(() -> feed.large(0, bytes)));
        fired.add(new Fired(Flaw.OVERSIZED, largest));
    }

    /// The last right record that the consumers of the topic act on.
    private ConsumerRecord<String, byte[]> last(Consumed consumed) {
        return reader.all(consumed.topic()).stream()
                .filter(record -> consumed.type().equals(header(record, "ce_type")))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new StoryFailure("no " + consumed.type() + " was ever told"));
    }

    int count() {
        return fired.size();
    }

    /// How many records of this group end so, by their word.
    Map<String, Long> expected(Consumed consumed, Kind kind) {
        Map<String, Long> words = new TreeMap<>();
        for (Fired one : of(consumed)) {
            Fate fate = consumed.fate(one.flaw());
            if (fate.kind() == kind) {
                words.merge(fate.word(), 1L, Long::sum);
            }
        }
        return words;
    }

    /// Bad records of this consumer that did not end as the table says.
    List<String> wrongFates(Consumed consumed) {
        Map<Place, String> letters = letters(consumed.group());
        List<String> wrong = new ArrayList<>();
        for (Fired one : of(consumed)) {
            Fate fate = consumed.fate(one.flaw());
            String expected = fate.kind() == Kind.DEAD ? fate.word() : "no dead letter";
            String found = letters.getOrDefault(one.place(), "no dead letter");
            if (fate.kind() == Kind.NONE || !expected.equals(found)) {
                wrong.add(one.flaw().code() + ": " + found + " instead of " + fate.text());
            }
        }
        return wrong.stream().distinct().toList();
    }

    /// Dead letters that came since and are not of the records sent here.
    List<String> strangers() {
        Set<Place> known = new HashSet<>();
        fired.forEach(one -> known.add(one.place()));
        List<String> strangers = new ArrayList<>();
        for (String group : groups()) {
            letters(group)
                    .forEach((place, reason) -> {
                        if (!known.contains(place)
                                && !buried.getOrDefault(group, Set.of()).contains(place)) {
                            strangers.add(group + " " + place + " " + reason);
                        }
                    });
        }
        return strangers;
    }

    private List<Fired> of(Consumed consumed) {
        return fired.stream().filter(one -> one.place().topic().equals(consumed.topic())).toList();
    }

    private static Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        RecordTable.topics().forEach(consumed -> groups.add(consumed.group()));
        return groups;
    }

    /// The reason of each dead letter of a group, by where the record lay.
    private Map<Place, String> letters(String group) {
        Map<Place, String> letters = new java.util.HashMap<>();
        for (ConsumerRecord<String, byte[]> letter : reader.all(DeadLetters.topicOf(group))) {
            Place place =
                    new Place(
                            header(letter, DeadLetters.TOPIC),
                            Integer.parseInt(header(letter, DeadLetters.PARTITION)),
                            Long.parseLong(header(letter, DeadLetters.OFFSET)));
            letters.put(place, header(letter, DeadLetters.REASON));
        }
        return letters;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? ""
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
