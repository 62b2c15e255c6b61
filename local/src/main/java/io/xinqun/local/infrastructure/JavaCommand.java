package io.xinqun.local.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of a main class of this module in a JVM of its own.
public final class JavaCommand {

    private JavaCommand() {}

    /// The same Java and class path as this JVM, with a heap of so many megabytes.
    public static List<String> of(Class<?> main, int heapMegabytes, String... arguments) {
        return of(main.getName(), heapMegabytes, arguments);
    }

    /// The same by the name of the main class.
    public static List<String> of(String main, int heapMegabytes, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-Xmx" + heapMegabytes + "m");
        // These small servers live shortly: the second compiler costs more than it gives.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dlogback.configurationFile=infrastructure-logback.xml");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }
}
