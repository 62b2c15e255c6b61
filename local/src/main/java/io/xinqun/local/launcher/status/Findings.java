package io.xinqun.local.launcher.status;

import io.xinqun.local.launcher.status.Figure.Mark;
import io.xinqun.local.launcher.status.Report.Row;
import io.xinqun.local.launcher.status.Report.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the sources answered; empty is whoever did not.
public record Findings(
        Map<String, Optional<Samples>> programs,
        Optional<BrokerNumbers> broker,
        Optional<Proof> proof) {

    private static final int FIGURES = 4;
    private static final String COMMISSION = "commission-service";

    /// As a report at this moment.
    public Report report(Instant now) {
        return new Report(List.of(consumers(), deadLetters(), eachProgram(), lastProof(now)));
    }

    private Section consumers() {
        List<Row> rows =
                broker.map(known ->
                                known.groups().entrySet().stream()
                                        .map(group -> row(group.getKey(), group.getValue()))
                                        .toList())
                        .orElseGet(Findings::unknown);
        return new Section("consumer group", List.of("lag", "worst", ""), rows);
    }

    private static Row row(String group, BrokerNumbers.Lag lag) {
        return new Row(
                group,
                List.of(
                        Figure.of(lag.sum(), Bound.CONSUMER_LAG, ""),
                        Figure.word("%,d".formatted(lag.most())),
                        Figure.word(lag.most() == 0 ? "" : "in " + lag.worst())));
    }

    private Section deadLetters() {
        List<Row> rows =
                broker.map(known ->
                                known.deadLetters().entrySet().stream()
                                        .filter(topic -> topic.getValue() > 0)
                                        .map(topic ->
                                                new Row(
                                                        topic.getKey(),
                                                        List.of(
                                                                Figure.of(
                                                                        topic.getValue(),
                                                                        Bound.DEAD_LETTERS,
                                                                        ""))))
                                        .toList())
                        .map(found ->
                                found.isEmpty()
                                        ? List.of(new Row("none", List.<Figure>of()))
                                        : found)
                        .orElseGet(Findings::unknown);
        return new Section("dead letters", List.of("records"), rows);
    }

    private static List<Row> unknown() {
        return List.of(new Row("", List.of(Figure.UNKNOWN)));
    }

    private Section eachProgram() {
        List<Row> rows = new ArrayList<>();
        programs.forEach((program, samples) -> rows.add(row(program, samples)));
        return new Section(
                "program", List.of("outbox", "oldest", "parked keys", "breakers open"), rows);
    }

    private static Row row(String program, Optional<Samples> samples) {
        return new Row(
                program,
                samples.map(Findings::figures)
                        .orElseGet(() -> Collections.nCopies(FIGURES, Figure.UNKNOWN)));
    }

    private static List<Figure> figures(Samples samples) {
        return List.of(
                figure(samples.sum("xinqun_outbox_left"), Bound.OUTBOX_LEFT, ""),
                figure(samples.max("xinqun_outbox_oldest_age"), Bound.OUTBOX_AGE, " s"),
                figure(samples.sum("xinqun_consumer_parked_keys"), Bound.PARKED_KEYS, ""),
                Figure.of(
                        samples.count("resilience4j_circuitbreaker_state", "state", "open"),
                        Bound.OPEN_BREAKERS,
                        ""));
    }

    /// The gateway keeps no documents, and not every program consumes.
    private static Figure figure(OptionalDouble value, Bound bound, String unit) {
        return value.isEmpty()
                ? Figure.word("-")
                : Figure.of(Math.round(value.getAsDouble()), bound, unit);
    }

    private Section lastProof(Instant now) {
        List<Figure> figures =
                proof.or(this::lastStep)
                        .map(known -> figures(known, now))
                        .orElseGet(() -> List.of(Figure.UNKNOWN));
        return new Section(
                "proof of the ledger",
                List.of("verdict", "differences", "entries", "age"),
                List.of(new Row("", figures)));
    }

    private Optional<Proof> lastStep() {
        return programs.getOrDefault(COMMISSION, Optional.empty()).flatMap(Proof::ofLastStep);
    }

    private static List<Figure> figures(Proof proof, Instant now) {
        return List.of(
                proof.holds() ? Figure.word("holds") : new Figure("does not hold", Mark.OUT),
                Figure.of(proof.differences(), Bound.PROOF_DIFFERENCES, ""),
                Figure.word("%,d".formatted(proof.entries())),
                Figure.of(Duration.between(proof.at(), now).toSeconds(), Bound.PROOF_AGE, " s"));
    }
}
