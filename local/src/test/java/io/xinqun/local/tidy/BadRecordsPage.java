package io.xinqun.local.tidy;

import io.xinqun.local.story.records.Flaw;
import io.xinqun.local.story.records.RecordTable;
import io.xinqun.local.story.records.RecordTable.Consumed;
import io.xinqun.local.story.records.RecordTable.Kind;
import java.util.List;

/// The page of what becomes of bad records, made from [RecordTable].
final class BadRecordsPage {

    private static final String HEAD =
            """
            # Bad records

            What becomes of a Kafka record that is not as it should be, for every topic that a program consumes. The page is made from
            [RecordTable.java](../../local/src/main/java/io/xinqun/local/story/records/RecordTable.java), `BadRecordsPageTest` holds it
            to that table, and the story `bad-records` sends each of these records into every partition of a running system: it ends
            as the table says, it is counted, nothing else changes, and the next good record behind it has its effect. A topic that
            the broker says is consumed and that has no line here fails there.

            - **Dead letter** `reason`: the record lies in `<group>.dead-letter` as it came, with the headers `dead-letter-reason`,
              `-detail`, `-group`, `-topic`, `-partition` and `-offset`; it is counted in `xinqun_consumer_dead_letters_total` by group
              and reason, logged as an error, and `./xinqun status` marks it. A record so large that the headers no longer fit beside
              it is buried without its content (`dead-letter-left-out`): partition and offset say where that is.
            - **Ignored**: counted in `xinqun_consumer_ignored_total` by group. Topics carry types that a consumer did not ask for; a
              breaking change is a `v2` told beside `v1`, so whoever knows only `v1` misses nothing. A tombstone deletes a compacted
              record and says nothing to who has read it.
            - **Taken as a repeat**: what the record says counts. The key orders records of one thing and does nothing else, so a right
              record under another key is the same record again and changes nothing.
            - **Report** `code`: a proved supplier's mistake is the supplier's to see, in the report of the delivery
              ([suppliers.md](../suppliers.md)); operators see the counters only.

            Commands have an owner who decides; what is no command it knows is a dead letter, never passed over. An outage is none of
            all this: the record is tried again until it succeeds ([resilience.md](resilience.md)).
            """;

    private BadRecordsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## What is wrong\n\n| | |\n|---|---|\n");
        for (Flaw flaw : Flaw.values()) {
            page.append("| %s | %s |\n".formatted(flaw.code(), flaw.meaning()));
        }
        part(page, Kind.EVENTS, "Events");
        part(page, Kind.COMMANDS, "Commands");
        part(page, Kind.FEED, "The supplier feed");
        return page.toString();
    }

    private static void part(StringBuilder page, Kind kind, String title) {
        List<Consumed> topics =
                RecordTable.topics().stream().filter(topic -> topic.kind() == kind).toList();
        page.append("\n## ").append(title).append("\n\n| topic | group |");
        List<Flaw> flaws =
                List.of(Flaw.values()).stream()
                        .filter(flaw -> !topics.getFirst().fate(flaw).text().equals("–"))
                        .toList();
        flaws.forEach(flaw -> page.append(' ').append(flaw.code()).append(" |"));
        page.append("\n|---|---|").append("---|".repeat(flaws.size())).append('\n');
        for (Consumed topic : topics) {
            page.append("| `%s` | `%s` |".formatted(topic.topic(), topic.group()));
            flaws.forEach(flaw -> page.append(' ').append(topic.fate(flaw).text()).append(" |"));
            page.append('\n');
        }
    }
}
