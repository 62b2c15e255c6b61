package io.xinqun.local.launcher.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a person reads while the system starts and stops.
public final class Progress {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final boolean quiet;

    public Progress(boolean quiet) {
        this.quiet = quiet;
    }

    public void say(String text) {
        if (!quiet) {
            OUT.println(text);
        }
    }

    public void unit(String name, String what, long sinceNanos) {
        double seconds = (System.nanoTime() - sinceNanos) / 1e9;
        say(String.format(Locale.ROOT, "  %-20s %-28s %5.1f s", name, what, seconds));
    }
}
