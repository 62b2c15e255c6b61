package io.xinqun.local.story.bad;

import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.wechat.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs Schemathesis, which makes requests of its own from the API document and holds every answer
/// to it.
///
/// Shape: the hooks and the settings beside the script are ours; callers and ids come with `play`.
/// The script names the program in `XINQUN_SCHEMATHESIS`; without it there is none.
public final class Schemathesis {
    private static final String CHECKS =
            "not_a_server_error,status_code_conformance,content_type_conformance,"
                    + "response_headers_conformance,response_schema_conformance";
    private static final long PATIENCE_MINUTES = 20;

    private final Path program;
    private final Path folder;

    private Schemathesis(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /// Why it cannot be played here; "" if it can.
    public static String missing() {
        String program = System.getenv().getOrDefault("XINQUN_SCHEMATHESIS", "");
        return program.isEmpty() || !Files.isExecutable(Path.of(program))
                ? "Schemathesis is not here (the script says why)"
                : "";
    }

    /// @param folder where it keeps what it is told and what it tells
    public static Schemathesis in(Path folder) {
        try {
            Path own = Files.createDirectories(folder.resolve("schemathesis"));
            return new Schemathesis(Path.of(System.getenv("XINQUN_SCHEMATHESIS")), own);
        } catch (IOException cause) {
            throw new StoryFailure("no folder for Schemathesis", cause);
        }
    }

    /// What it found: its exit status, the lines that tell of faults, requests, and answers by
    /// operation and status.
    public record Findings(
            int status, List<String> lines, long requests, Map<String, Long> answers) {}

    /// @param callers right requests by operation, see [Callers]
    public Findings play(URI gateway, ObjectNode callers, long seed, int examples) {
        Path given = folder.resolve("callers.json");
        Path counts = folder.resolve("counts.json");
        Path log = folder.resolve("schemathesis.log");
        try {
            Files.deleteIfExists(counts);
            Files.writeString(given, callers.toString());
            ProcessBuilder builder = new ProcessBuilder(command(gateway, seed, examples));
            builder.directory(folder.toFile());
            builder.environment().putAll(environment(given, counts));
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            int status = status(builder);
            return findings(status, Files.readAllLines(log), Json.read(Files.readString(counts)));
        } catch (IOException cause) {
            throw new StoryFailure("Schemathesis did not come to its end; see " + log, cause);
        } finally {
            given.toFile().delete();
        }
    }

    private List<String> command(URI gateway, long seed, int examples) {
        return List.of(
                program.toString(),
                "--config-file",
                scripts().resolve("schemathesis.toml").toString(),
                "run",
                gateway + "/openapi.json",
                "--url",
                gateway.toString(),
                "--checks",
                CHECKS,
                "--seed",
                Long.toString(seed),
                "--max-examples",
                Integer.toString(examples),
                "--no-color");
    }

    private static Map<String, String> environment(Path callers, Path counts) {
        return Map.of(
                "PYTHONPATH", scripts().toString(),
                "PYTHONDONTWRITEBYTECODE", "1",
                "SCHEMATHESIS_HOOKS", "hooks",
                "XINQUN_FUZZ_CALLERS", callers.toString(),
                "XINQUN_FUZZ_COUNTS", counts.toString());
    }

    private static Path scripts() {
        String root = System.getenv().getOrDefault("XINQUN_ROOT", ".");
        return Path.of(root, "local", "src", "script", "schemathesis").toAbsolutePath();
    }

    private static int status(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        try {
            if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
            throw new StoryFailure("Schemathesis takes longer than " + PATIENCE_MINUTES + " min");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("stopped while Schemathesis was at work", stop);
        } finally {
            process.destroy();
        }
    }

    private static Findings findings(int status, List<String> log, JsonNode counts) {
        Map<String, Long> answers = new TreeMap<>();
        counts.path("answers")
                .properties()
                .forEach(entry -> answers.put(entry.getKey(), entry.getValue().asLong()));
        List<String> faults = new ArrayList<>();
        boolean isFault = false;
        for (String line : log) {
            isFault |= line.matches("=+ (ERRORS|FAILURES) =+");
            if (isFault) {
                faults.add(line);
            }
        }
        return new Findings(status, faults, counts.path("requests").asLong(), answers);
    }
}
