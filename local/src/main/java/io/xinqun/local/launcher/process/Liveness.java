package io.xinqun.local.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Whether a process still runs. One that has ended but that nobody has fetched yet (a "zombie",
/// which stays for ever in containers without an init process) does not.
final class Liveness {

    private static final Duration POLL = Duration.ofMillis(50);

    private Liveness() {}

    static boolean alive(ProcessHandle process) {
        return process.isAlive() && !zombie(process.pid());
    }

    /// True when it has ended within the time.
    static boolean endsWithin(ProcessHandle process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (alive(process)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /// The state is the first word after the name in parentheses; only Linux has this file.
    private static boolean zombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
