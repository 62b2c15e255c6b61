package io.xinqun.local.infrastructure;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which store this machine uses: an address given, else `mongod` on PATH, else the proof store if
/// it has been built, else the one inside a JVM.
///
/// @param kind what was chosen
/// @param address the address given, for [StoreKind#GIVEN] only
/// @param binary the program to start, for the kinds that are a program
public record StoreChoice(StoreKind kind, @Nullable String address, @Nullable Path binary) {

    private static final List<String> ADDRESS_VARIABLES =
            List.of("XINQUN_TEST_MONGODB_URI", "XINQUN_MONGODB_URI");

    /// Set to a [StoreKind] name in lower case to override the order, as tests of each kind do.
    private static final String FORCED = "XINQUN_STORE";

    /// Chooses by these environment variables and the programs found on this machine.
    public static StoreChoice of(Map<String, String> environment) {
        for (String variable : ADDRESS_VARIABLES) {
            String address = environment.getOrDefault(variable, "");
            if (!address.isBlank()) {
                return new StoreChoice(StoreKind.GIVEN, address, null);
            }
        }
        String forced = environment.getOrDefault(FORCED, "").toLowerCase(java.util.Locale.ROOT);
        return available(environment)
                .filter(choice -> forced.isEmpty() || choice.kind().name().equalsIgnoreCase(forced))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                FORCED + "=" + forced + " is not on this machine"));
    }

    /// Every store that this machine could start itself, best first.
    public static Stream<StoreChoice> available(Map<String, String> environment) {
        return Stream.of(
                        new StoreChoice(StoreKind.MONGOD, null, mongod(environment)),
                        new StoreChoice(StoreKind.PROOF, null, proofStore(environment)),
                        new StoreChoice(StoreKind.EMBEDDED, null, null))
                .filter(choice -> choice.kind() == StoreKind.EMBEDDED || choice.binary() != null);
    }

    private static @Nullable Path mongod(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Path proofStore(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
        String cache = environment.getOrDefault("XINQUN_CACHE", home + "/.cache/xinqun");
        Path binary = Path.of(cache, "store", "bin", "secantusd-rs");
        return Files.isExecutable(binary) ? binary : null;
    }
}
