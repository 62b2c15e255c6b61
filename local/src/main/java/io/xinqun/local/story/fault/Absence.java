package io.xinqun.local.story.fault;

import io.xinqun.local.infrastructure.StoreKind;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.story.client.Waiting;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// A server is away for a while: its connections are cut, nobody answers, then it is there again
/// with what it had written.
///
/// @param shortTime how long in the short form
/// @param forgets it comes back empty
record Absence(String name, String server, Duration time, Duration shortTime, boolean forgets)
        implements Trouble {

    private static final List<String> READERS = List.of("commission-service", "catalog-service");

    /// So many orders come before it, as a part of the people.
    private static final double BEFORE = 0.2;

    @Override
    public String summary() {
        return server + " is away for a while" + (forgets ? " and has forgotten everything" : "");
    }

    @Override
    public void happen(Scene scene) {
        if (server.equals("store") && scene.fleet().storeKind() == StoreKind.EMBEDDED) {
            scene.say("the in-JVM store forgets when it stops and is spared");
            return;
        }
        scene.pass(BEFORE);
        away(scene);
        if (scene.isLong()) {
            scene.pass(BEFORE);
            away(scene);
        }
    }

    private void away(Scene scene) {
        if (forgets) {
            flush(URI.create(scene.fleet().redisUrl()));
        }
        // Who reads what others write has work in hand when it finds the server gone.
        READERS.forEach(scene::gatherWork);
        Duration away = scene.isLong() ? time : shortTime;
        scene.say(server + " stops for " + away.toSeconds() + " s");
        scene.fleet().stop(server);
        READERS.forEach(scene.fleet()::thaw);
        Waiting.pause(away.toMillis());
        scene.fleet().restart(server);
        scene.say(server + " is back");
    }

    private static void flush(URI redis) {
        try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("+OK\r\n".length());
            if (!"+OK\r\n".equals(new String(answer, StandardCharsets.US_ASCII))) {
                throw new StoryFailure("Redis did not forget");
            }
        } catch (IOException cause) {
            throw new StoryFailure("Redis does not answer", cause);
        }
    }
}
