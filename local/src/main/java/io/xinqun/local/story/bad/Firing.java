package io.xinqun.local.story.bad;

import io.xinqun.local.story.api.ApiDocument;
import io.xinqun.local.story.bad.Barrage.Shot;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.client.Wire;
import io.xinqun.local.story.client.Wire.Answer;
import io.xinqun.local.story.stage.Crowd;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Sends bad requests through the gateway and tells what is wrong with the answers.
public final class Firing implements AutoCloseable {
    private static final int WIDTH = 24;
    private static final int TOO_MANY = 429;
    private static final int TOO_SLOW = 408;
    private static final int MOST_TRIES = 120;
    private static final byte[] NOTHING = {};
    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "PATCH", "DELETE");

    private final Narrator tell;
    private final Judge judge;
    private final Wire wire;
    private final BadWires wires;
    private int sent;

    public Firing(Stage stage, ApiDocument document) {
        this.tell = stage.narrator();
        this.judge = new Judge(document);
        this.wire = new Wire(stage.fleet().gateway());
        this.wires = new BadWires(wire);
    }

    public int sent() {
        return sent;
    }

    public void all(List<Shot> shots) {
        tell.step(shots.size() + " bad requests to all operations");
        Verdicts verdicts = new Verdicts();
        long begin = System.nanoTime();
        Crowd.inTurns(
                shots.size(),
                WIDTH,
                index -> {
                    Shot shot = shots.get(index);
                    String fault = judge.faultOf(shot.operation(), shot.spoiled(), send(shot));
                    verdicts.add(shot.operation().key(), shot.spoiled().what(), fault);
                    return true;
                });
        tell.say("in %.0f s".formatted((System.nanoTime() - begin) / 1e9));
        verdicts.tell(tell, "refused as they should");
        sent += verdicts.sent();
    }

    private Answer send(Shot shot) {
        String path = shot.spoiled().sent().target(shot.operation().path());
        Map<String, String> headers = Barrage.headers(shot);
        byte[] body = shot.spoiled().sent().bytes();
        Answer answer = wire.send(shot.operation().method(), path, headers, body);
        for (int tries = 1; isLimited(answer) && tries < MOST_TRIES; tries++) {
            Waiting.pause(1_000);
            answer = wire.send(shot.operation().method(), path, headers, body);
        }
        return answer;
    }

    private static boolean isLimited(Answer answer) {
        return answer.status() == TOO_MANY && Judge.codeOf(answer).equals("rate-limited");
    }

    /// Methods that the document does not have for a path.
    public void otherMethods(Set<String> operations) {
        tell.step("Other methods");
        Map<String, String> paths = new TreeMap<>();
        operations.forEach(key -> paths.put(key.substring(key.indexOf(' ') + 1), ""));
        Verdicts verdicts = new Verdicts();
        for (String path : paths.keySet()) {
            for (String method : METHODS) {
                boolean isKnown = operations.contains(method + " " + path);
                // An id of one path may be the name of another, as `proof` beside `{unit}`.
                if (!isKnown) {
                    String filled = path.replaceAll("\\{[a-zA-Z]+}", "x");
                    Answer answer = wire.send(method, filled, Map.of(), NOTHING);
                    verdicts.add(method + " " + path, "", methodFault(answer));
                }
            }
        }
        verdicts.tell(tell, "refused");
        sent += verdicts.sent();
    }

    private static String methodFault(Answer answer) {
        return answer.status() < 400 || answer.status() >= 500
                ? "answered with " + answer.status()
                : Judge.formOf(answer);
    }

    /// Ten megabytes to every operation with a body whose length is limited.
    public void large(List<Shot> shots) {
        List<Shot> some =
                shots.stream()
                        .filter(shot -> shot.operation().bodyType().equals("application/json"))
                        .toList();
        tell.step("Ten megabytes, announced and in chunks");
        Verdicts verdicts = new Verdicts();
        for (Shot shot : some) {
            wires.large(shot)
                    .forEach((what, answer) ->
                            verdicts.add(shot.operation().key(), what, fault(shot, answer)));
        }
        verdicts.tell(tell, "refused as they should");
        sent += verdicts.sent();
    }

    /// Bodies that begin and never go on, all at once: each is waited for as long as any other.
    public void stalled(List<Shot> shots) {
        tell.step("Bodies that stop on their way");
        Verdicts verdicts = new Verdicts();
        Crowd.inTurns(
                shots.size(),
                shots.size(),
                index -> {
                    Shot shot = shots.get(index);
                    Answer answer = wires.stalled(shot);
                    boolean isTold = answer.status() == TOO_SLOW;
                    String fault = isTold ? fault(shot, answer) : answer + " instead of 408";
                    verdicts.add(shot.operation().key(), "half a body", fault);
                    return true;
                });
        verdicts.tell(tell, "answered with 408, and the connection ended");
        sent += verdicts.sent();
    }

    private String fault(Shot shot, Answer answer) {
        return judge.faultOf(shot.operation(), shot.spoiled(), answer);
    }

    /// Bytes that are no request at all.
    public void noRequests() {
        tell.step("Bytes that are no request");
        Verdicts verdicts = new Verdicts();
        wires.noRequests()
                .forEach((bytes, answer) -> {
                    boolean isRefused = answer.status() == 0 || answer.status() / 100 == 4;
                    String fault = isRefused ? "" : answer.status() + " " + answer.body();
                    verdicts.add("no request", bytes.split("\r\n", 2)[0], fault);
                });
        verdicts.tell(tell, "refused or cut off");
        sent += verdicts.sent();
    }

    @Override
    public void close() {
        wire.close();
    }
}
