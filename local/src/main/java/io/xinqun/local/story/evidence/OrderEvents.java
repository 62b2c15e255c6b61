package io.xinqun.local.story.evidence;

import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads `order.events.v1` from its start to its present end, as an auditor would.
public record OrderEvents(String kafka) {
    private static final String TOPIC = "order.events.v1";

    /// Every event of the topic, repeats too.
    public List<Event> all() {
        return new TopicReader(kafka).all(TOPIC).stream().map(EventCodec::fromRecord).toList();
    }

    /// How often each type was told of one order; a repeat of the same event counts once.
    public Map<String, Long> typesOf(String order) {
        Map<String, String> byId = new HashMap<>();
        all().stream()
                .filter(event -> event.subject().equals(order))
                .forEach(event -> byId.put(event.id(), event.type()));
        Map<String, Long> types = new TreeMap<>();
        byId.values().forEach(type -> types.merge(type, 1L, Long::sum));
        return types;
    }

    /// Steps of orders that were told by more than one event.
    public static List<String> contradictions(List<Event> events) {
        Map<String, Set<String>> ids = new TreeMap<>();
        for (Event event : events) {
            ids.computeIfAbsent(event.subject() + " " + event.sequence(), step -> new TreeSet<>())
                    .add(event.id());
        }
        return ids.entrySet().stream()
                .filter(step -> step.getValue().size() > 1)
                .map(step -> step.getKey() + " " + step.getValue())
                .toList();
    }

    /// Orders whose sequence on the topic is not 1, 2, 3 … without a gap.
    public static List<String> gaps(List<Event> events) {
        Map<String, TreeSet<Long>> sequences = new TreeMap<>();
        for (Event event : events) {
            sequences
                    .computeIfAbsent(event.subject(), order -> new TreeSet<>())
                    .add(event.sequence());
        }
        return sequences.entrySet().stream()
                .filter(entry ->
                        entry.getValue().first() != 1
                                || entry.getValue().last() != entry.getValue().size())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }
}
