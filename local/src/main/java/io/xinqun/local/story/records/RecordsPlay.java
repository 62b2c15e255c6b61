package io.xinqun.local.story.records;

import io.xinqun.local.story.cast.FeedTopic;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.evidence.BrokerLook;
import io.xinqun.local.story.evidence.Metrics;
import io.xinqun.local.story.evidence.StoreLook;
import io.xinqun.local.story.records.Fate.Kind;
import io.xinqun.local.story.records.RecordTable.Consumed;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// A whole path of an order, then every bad record, then a whole path behind them: each bad record
/// ends as [RecordTable] says, nothing else changes, and the good ones behind them have their
/// effects.
///
/// State: afterwards the topics hold what no auditor can read, so no other story follows.
public final class RecordsPlay {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String IGNORED = "xinqun_consumer_ignored_total";
    private static final String DEAD = "xinqun_consumer_dead_letters_total";
    private static final String DELIVERY = "bad-records";

    /// A key of any length stands in a report no longer than this.
    private static final int LONGEST_SKU = 100;

    /// What is meant to change: the supplier's report, the ledger's own comparison, and orders of
    /// earlier stories that wait for their payment, which is asked for again and again.
    private static final Set<String> CHANGING =
            Set.of(
                    "catalog-service feed-reports",
                    "commission-service reconciliation",
                    "order-service orders");

    private final Stage stage;
    private final Narrator tell;

    public RecordsPlay(Stage stage) {
        this.stage = stage;
        this.tell = stage.narrator();
    }

    public void play() {
        tell.step("The topics that are consumed, as the broker tells");
        checkListed();
        tell.step("A whole path, so that every topic has a right record");
        try (WholePath before = new WholePath(stage, "before", 700);
                FeedTopic foreign = foreign();
                StoreLook store = StoreLook.of(stage.fleet())) {
            before.play();
            FeedSpoiling feed =
                    new FeedSpoiling(
                            before.topic(),
                            foreign,
                            before.supplier().id(),
                            before.honey(),
                            stage.named(DELIVERY));
            bombard(new Bombardment(stage.fleet().kafka(), feed), before, store);
        }
    }

    private void bombard(Bombardment bombardment, WholePath before, StoreLook store) {
        Map<String, String> contents = contents(store);
        Map<String, Double> counted = counted();
        bombardment.fire();
        tell.step(bombardment.count() + " bad records in all partitions");
        tell.checkEqual("records before which consumers stand", Map.of(), lag());
        for (Consumed consumed : RecordTable.topics()) {
            tell.checkEqual(
                    consumed.topic() + " → " + consumed.group() + ", wrong ends",
                    List.of(),
                    bombardment.wrongFates(consumed));
        }
        checkCounted(bombardment, counted);
        checkReport(bombardment, before);
        tell.checkEqual("dead letters of others", List.of(), bombardment.strangers());
        tell.checkEqual(
                "changed collections", List.of(), StoreLook.changed(contents, contents(store)));

        tell.step("A whole path behind them, in whatever partitions it falls");
        try (WholePath after = new WholePath(stage, "after", 900)) {
            after.play();
        }
        tell.checkEqual("dead letters of others", List.of(), bombardment.strangers());
        tell.check(
                "the proof holds",
                stage.operator().proofThatHolds(LIMIT).path("holds").asBoolean());
    }

    /// What each group has not done when it has had its time.
    private Map<String, Long> lag() {
        try (BrokerLook broker = new BrokerLook(stage.fleet().kafka())) {
            try {
                return Waiting.until("no lag", LIMIT, broker::lag, Map::isEmpty);
            } catch (StoryFailure stuck) {
                return broker.lag();
            }
        }
    }

    /// Another supplier with a right key of its own.
    private FeedTopic foreign() {
        FeedTopic topic = new FeedTopic(stage.fleet().kafka(), stage.named("foreign-key"));
        stage.operator()
                .openSupplier(stage.named("foreign"), "隔壁养蜂场")
                .registerKey(topic.keyId(), topic.publicKey());
        return topic;
    }

    /// A topic that nobody listed would hold bad records that nobody sent.
    private void checkListed() {
        Map<String, Set<String>> listed = new TreeMap<>();
        for (Consumed consumed : RecordTable.topics()) {
            listed.computeIfAbsent(consumed.group(), group -> new TreeSet<>())
                    .add(consumed.topic());
        }
        try (BrokerLook broker = new BrokerLook(stage.fleet().kafka())) {
            Map<String, Set<String>> found =
                    Waiting.until(
                            "groups with their topics",
                            LIMIT,
                            broker::consumed,
                            groups -> groups.values().stream().noneMatch(Set::isEmpty));
            tell.checkEqual("topics by group", listed, found);
        }
    }

    private Map<String, String> contents(StoreLook store) {
        Map<String, String> contents = new TreeMap<>(store.atRest(LIMIT));
        contents.keySet().removeAll(CHANGING);
        return contents;
    }

    /// Counters by group, summed over the programs.
    private Map<String, Double> counted() {
        Map<String, Double> counted = new TreeMap<>();
        for (Consumed consumed : RecordTable.topics()) {
            for (String metric : List.of(IGNORED, DEAD)) {
                counted.put(metric + " " + consumed.group(), counted(metric, consumed.group()));
            }
        }
        return counted;
    }

    private double counted(String metric, String group) {
        return stage.fleet().programs().stream()
                .mapToDouble(program ->
                        new Metrics(stage.fleet().management(program)).of(metric, "group", group))
                .sum();
    }

    private void checkCounted(Bombardment bombardment, Map<String, Double> before) {
        Map<String, Double> expected = new TreeMap<>(before);
        for (Consumed consumed : RecordTable.topics()) {
            Map.of(IGNORED, Kind.IGNORED, DEAD, Kind.DEAD)
                    .forEach((metric, kind) ->
                            expected.merge(
                                    metric + " " + consumed.group(),
                                    (double) sum(bombardment.expected(consumed, kind)),
                                    Double::sum));
        }
        tell.checkEqual("ignored and dead records by group", expected, counted());
    }

    private static long sum(Map<String, Long> words) {
        return words.values().stream().mapToLong(Long::longValue).sum();
    }

    private void checkReport(Bombardment bombardment, WholePath before) {
        Map<String, Long> expected = new TreeMap<>();
        RecordTable.topics()
                .forEach(consumed ->
                        bombardment
                                .expected(consumed, Kind.REPORTED)
                                .forEach((word, count) -> expected.merge(word, count, Long::sum)));
        Reply report = before.supplier().report(stage.named(DELIVERY)).expect(200);
        Map<String, Long> found = new TreeMap<>();
        int longest = 0;
        for (JsonNode problem : report.json().path("problems")) {
            found.merge(problem.path("code").asString(""), 1L, Long::sum);
            longest = Math.max(longest, problem.path("supplierSku").asString("").length());
        }
        tell.checkEqual("the supplier's report, by code", expected, found);
        tell.checkEqual("accepted in it", 0L, report.number("/accepted"));
        tell.check("the longest SKU in it has " + longest + " characters", longest <= LONGEST_SKU);
    }
}
