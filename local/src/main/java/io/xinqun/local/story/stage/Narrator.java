package io.xinqun.local.story.stage;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/// Tells a story to a person: steps in plain words, amounts in yuan, then counts.
public final class Narrator {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private int step;
    private int passed;
    private int failed;

    public void title(String name, String summary) {
        step = 0;
        out.println();
        out.println(name + ": " + summary);
    }

    public void step(String what) {
        step++;
        out.println("  %2d. %s".formatted(step, what));
    }

    public void say(String what) {
        out.println("      " + what);
    }

    /// One thing that must be true, counted.
    public void check(String what, boolean holds) {
        if (holds) {
            passed++;
        } else {
            failed++;
        }
        out.println("      " + (holds ? "ok      " : "FAILED  ") + what);
    }

    public void checkEqual(String what, Object expected, Object found) {
        boolean equal = expected.equals(found);
        check(what + (equal ? ": " + found : ": " + found + " instead of " + expected), equal);
    }

    /// A story that ended before its end.
    public void broken(String name, Throwable cause) {
        failed++;
        out.println("      FAILED  " + name + " ended early: " + reason(cause));
        Throwable root = cause.getCause();
        if (root != null) {
            out.println("              because of " + root);
        }
    }

    /// Not every failure has words for itself.
    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    public void counts() {
        out.println();
        out.println(passed + " passed, " + failed + " failed");
    }

    public void line(String text) {
        out.println(text);
    }

    public boolean allPassed() {
        return failed == 0 && passed > 0;
    }

    public static String yuan(long fen) {
        return "¥" + BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
