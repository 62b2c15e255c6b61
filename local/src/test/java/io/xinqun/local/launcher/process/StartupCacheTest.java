package io.xinqun.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartupCacheTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir Path folder;

    private List<String> server() {
        return List.of(
                "java",
                "-Xmx1m",
                "-cp",
                folder.resolve("a.jar") + ":b.jar",
                "io.example.Main",
                "7");
    }

    private StartupCache ofServer() {
        return StartupCache.of(server()).orElseThrow();
    }

    @Test
    void a_program_and_a_server_have_one_each_beside_their_jar() throws IOException {
        var program =
                StartupCache.of(List.of("java", "-jar", folder.resolve("a.jar").toString()))
                        .orElseThrow();
        Files.createFile(folder.resolve("a.jar.aot"));
        assertThat(program.exists()).isTrue();
        assertThat(ofServer().exists()).isFalse();
        Files.createFile(folder.resolve("io.example.Main.aot"));
        assertThat(ofServer().exists()).isTrue();
    }

    @Test
    void what_is_no_jvm_or_runs_from_folders_has_none() {
        assertThat(StartupCache.of(List.of("redis-server", "--port", "1"))).isEmpty();
        assertThat(StartupCache.of(List.of("java", "-cp", "target/classes:b.jar", "Main")))
                .isEmpty();
    }

    @Test
    void a_cache_that_is_there_is_used() throws IOException {
        assertThat(ofServer().using()).isEqualTo(server());
        Path file = Files.createFile(folder.resolve("io.example.Main.aot"));
        assertThat(ofServer().using())
                .containsAll(server())
                .contains("-XX:AOTCache=" + file)
                .startsWith("java")
                .endsWith("io.example.Main", "7");
        ofServer().forget();
        assertThat(ofServer().exists()).isFalse();
    }

    @Test
    void only_the_caches_of_a_build_are_forgotten() throws IOException {
        for (String name : List.of("a.jar", "a.jar.aot", "a.jar.aot.part", "M.aot.record")) {
            Files.createFile(folder.resolve(name));
        }
        StartupCache.forgetIn(folder);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("a.jar"));
        }
    }

    @Test
    void what_a_run_has_used_becomes_the_cache() throws Exception {
        var cache = StartupCache.of(command(jar())).orElseThrow();
        assertThat(run(cache.recording())).contains("Hello from a jar");
        cache.make(folder.resolve("log"));
        assertThat(cache.exists()).isTrue();
        assertThat(folder.resolve("Hello.aot.record")).doesNotExist();
        assertThat(run(with(cache.using(), "-Xlog:class+load")))
                .contains("Hello source: shared objects file", "Hello from a jar");
    }

    private static List<String> command(Path jar) {
        return List.of(JAVA.toString(), "-cp", jar.toString(), "Hello");
    }

    private static List<String> with(List<String> command, String option) {
        List<String> more = new ArrayList<>(command);
        more.add(1, option);
        return more;
    }

    private Path jar() throws IOException {
        Path source = folder.resolve("Hello.java");
        Files.writeString(
                source,
                """
                public class Hello {
                    public static void main(String[] arguments) {
                        System.out.println("Hello from a jar");
                    }
                }
                """);
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "compiler");
        assertThat(compiler.run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        Path jar = folder.resolve("hello.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("Hello.class"));
            out.write(Files.readAllBytes(folder.resolve("Hello.class")));
        }
        return jar;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(said).isZero();
        return said;
    }
}
