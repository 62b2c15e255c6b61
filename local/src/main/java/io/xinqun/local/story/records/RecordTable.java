package io.xinqun.local.story.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What becomes of a bad record, for every topic that a program consumes.
/// `docs/operating/bad-records.md` is made from it, and the story `bad-records` sends them all.
public final class RecordTable {

    /// Topics whose consumers are alike.
    public enum Kind {
        EVENTS,
        COMMANDS,
        FEED
    }

    /// One line: who consumes which topic, and the type that is read there ("" where records have
    /// none).
    public record Consumed(Kind kind, String topic, String group, String type) {

        public Fate fate(Flaw flaw) {
            return FATES.getOrDefault(flaw, Map.of()).getOrDefault(kind, Fate.parse("-"));
        }
    }

    private static final String TOPICS =
            """
            EVENTS   catalog.offer.v1             order-read-models    catalog.offer.v1
            EVENTS   catalog.stock-outcome.v1     order-stock-outcomes stock.decided.v1
            EVENTS   commission.plan.v1           order-read-models    commission.plan.v1
            EVENTS   community.binding.v1         order-read-models    referral.binding.v1
            EVENTS   community.community.v1       order-read-models    community.community.v1
            EVENTS   community.curator.v1         catalog-curators     community.curator.v1
            EVENTS   community.curator.v1         order-read-models    community.curator.v1
            EVENTS   order.events.v1              commission-accrual   order.paid.v1
            COMMANDS catalog.stock-command.v1     stock-owner          stock.reserve.v1
            COMMANDS commission.ledger-command.v1 ledger-owner         ledger.post.v1
            FEED     supplier.feed.v1             catalog-feed         -
            """;

    private static final String FLAWS =
            """
            NOT_JSON         dead:malformed-data  dead:malformed-data  reported:malformed-line
            CUT_OFF          dead:malformed-data  dead:malformed-data  reported:malformed-line
            EMPTY            dead:malformed-event dead:malformed-event reported:malformed-line
            NOTHING          dead:malformed-data  dead:malformed-data  reported:malformed-line
            MISSING          dead:malformed-data  dead:malformed-data  reported:missing-field
            NO_ENVELOPE      dead:malformed-event dead:malformed-event dead:unsigned
            WRONG_ENVELOPE   dead:malformed-event dead:malformed-event dead:wrong-signature
            IMPOSSIBLE_TIME  dead:malformed-event dead:malformed-event -
            UNKNOWN_TYPE     ignored              dead:unknown-command -
            UNKNOWN_VERSION  ignored              dead:unknown-command -
            WRONG_KEY        repeated             repeated             reported:key-mismatch
            OVERSIZED        dead:malformed-data  dead:malformed-data  reported:line-too-long
            LONG_KEY         dead:malformed-data  dead:malformed-data  reported:line-too-long
            FOREIGN_SUPPLIER -                    -                    dead:unknown-feed-key
            TOMBSTONE        ignored              dead:malformed-event dead:empty-record
            """;

    private static final Map<Flaw, Map<Kind, Fate>> FATES = fates();

    private RecordTable() {}

    public static List<Consumed> topics() {
        List<Consumed> all = new ArrayList<>();
        for (List<String> words : words(TOPICS)) {
            String type = words.get(3).equals("-") ? "" : words.get(3);
            all.add(new Consumed(Kind.valueOf(words.get(0)), words.get(1), words.get(2), type));
        }
        return all;
    }

    private static Map<Flaw, Map<Kind, Fate>> fates() {
        Map<Flaw, Map<Kind, Fate>> fates = new EnumMap<>(Flaw.class);
        for (List<String> words : words(FLAWS)) {
            Map<Kind, Fate> row = new EnumMap<>(Kind.class);
            row.put(Kind.EVENTS, Fate.parse(words.get(1)));
            row.put(Kind.COMMANDS, Fate.parse(words.get(2)));
            row.put(Kind.FEED, Fate.parse(words.get(3)));
            fates.put(Flaw.valueOf(words.getFirst()), row);
        }
        return fates;
    }

    private static List<List<String>> words(String table) {
        return table.lines().map(line -> Arrays.asList(line.strip().split("\\s+"))).toList();
    }
}
