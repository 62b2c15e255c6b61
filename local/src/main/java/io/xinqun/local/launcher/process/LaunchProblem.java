package io.xinqun.local.launcher.process;

/// Something a person can put right; its message says what and how. Never shown as a stack trace.
public final class LaunchProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// The message is the whole text for the person.
    public LaunchProblem(String message) {
        super(message);
    }

    /// The message is the whole text for the person; the cause is for the debugger.
    public LaunchProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
