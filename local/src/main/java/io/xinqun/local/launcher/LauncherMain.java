package io.xinqun.local.launcher;

import io.xinqun.local.launcher.process.LaunchProblem;
import io.xinqun.local.launcher.process.Programs;
import io.xinqun.local.launcher.process.Progress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The part of `./xinqun` that starts, shows and ends the system: `run`, `stop`, `status`.
///
/// `run` takes `--detach`, `--fresh`, `--no-demo-data` and `--instances program=number`.
public final class LauncherMain {

    private static final Progress PROGRESS = new Progress(false);

    private LauncherMain() {}

    /// Exit status 0 on success, 1 with a message for a person otherwise.
    public static void main(String[] arguments) {
        try {
            System.exit(run(new ArrayDeque<>(Arrays.asList(arguments))));
        } catch (LaunchProblem problem) {
            PROGRESS.say("\n" + problem.getMessage());
            System.exit(1);
        }
    }

    private static int run(Deque<String> words) {
        String command = words.isEmpty() ? "run" : words.pop();
        return switch (command) {
            case "run" -> start(words);
            case "stop" -> stop();
            case "status" -> new Status(FleetOptions.in(directory(), offset())).print(PROGRESS);
            case "follow-log" -> new LogView(PROGRESS).follow(System.in);
            case "trace" -> new LogView(PROGRESS).trace(directory().resolve("logs"), words.pop());
            case Training.COMMAND -> train();
            default -> throw new LaunchProblem("Unknown: " + command);
        };
    }

    private static int start(Deque<String> words) {
        boolean detach = words.remove("--detach");
        boolean fresh = words.remove("--fresh");
        boolean demoData = !words.remove("--no-demo-data");
        FleetOptions options =
                new FleetOptions(directory(), offset(), instances(words), fresh, false);
        return new Session(options, PROGRESS).run(demoData, detach);
    }

    private static int train() {
        FleetOptions options = new FleetOptions(directory(), offset(), Map.of(), false, false);
        return new Training(Fleet.running(options), PROGRESS).run();
    }

    private static int stop() {
        int stopped = new FleetStop(directory(), PROGRESS).run();
        PROGRESS.say(stopped == 0 ? "Nothing was running." : "Stopped.");
        return 0;
    }

    private static Map<String, Integer> instances(Deque<String> words) {
        Map<String, Integer> instances = new HashMap<>();
        while (!words.isEmpty()) {
            String word = words.pop();
            if (!word.equals("--instances") || words.isEmpty()) {
                throw new LaunchProblem("Unknown: run " + word + " (./xinqun help)");
            }
            for (String part : List.of(words.pop().split(",", -1))) {
                int equals = part.indexOf('=');
                if (equals < 0 || !part.substring(equals + 1).matches("\\d{1,2}")) {
                    throw new LaunchProblem(
                            "--instances wants program=number, such as"
                                    + " order-service=2, not \""
                                    + part
                                    + "\".");
                }
                instances.put(
                        part.substring(0, equals), Integer.parseInt(part.substring(equals + 1)));
            }
        }
        return instances;
    }

    private static int offset() {
        String text = System.getenv().getOrDefault("XINQUN_PORT_OFFSET", "");
        if (!text.matches("\\d{0,5}")) {
            throw new LaunchProblem("XINQUN_PORT_OFFSET must be a number, not " + text + ".");
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /// A copy with an offset has a folder of its own, which hides itself from git.
    private static Path directory() {
        String name = offset() == 0 ? ".xinqun" : ".xinqun-" + offset();
        return Programs.root().resolve(name);
    }
}
