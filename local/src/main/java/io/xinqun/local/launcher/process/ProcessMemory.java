package io.xinqun.local.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much of the machine's memory a process holds (resident set, in MiB). Source: the kernel's
/// file of the process; elsewhere than on Linux 0.
public final class ProcessMemory {

    private static final long KIBIBYTES_PER_MEBIBYTE = 1024;

    private ProcessMemory() {}

    public static long mebibytes(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .map(kibibytes -> kibibytes / KIBIBYTES_PER_MEBIBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
