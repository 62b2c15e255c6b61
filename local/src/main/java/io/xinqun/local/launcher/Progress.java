package io.xinqun.local.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a person reads while the system starts and stops.
final class Progress {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final boolean quiet;

    Progress(boolean quiet) {
        this.quiet = quiet;
    }

    void say(String text) {
        if (!quiet) {
            OUT.println(text);
        }
    }

    void unit(String name, String what, long sinceNanos) {
        double seconds = (System.nanoTime() - sinceNanos) / 1e9;
        say(String.format(Locale.ROOT, "  %-20s %-28s %5.1f s", name, what, seconds));
    }
}
