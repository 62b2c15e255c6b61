package io.xinqun.local.launcher.process;

/// Which of the JVM's compilers a program uses.
///
/// On one machine the second compiler costs each program half of its start-up (22 s of processor
/// time instead of 11, measured with the gateway) and takes the processors from the first requests;
/// benchmarks and long loads want it.
public enum Compilers {
    FIRST,
    BOTH;

    private static final String VARIABLE = "XINQUN_JIT";

    /// What the environment asks for: both when `XINQUN_JIT` is `full`.
    public static Compilers wished() {
        return "full".equals(System.getenv(VARIABLE)) ? BOTH : FIRST;
    }
}
