package io.xinqun.local.story.evidence;

import io.xinqun.local.story.client.StoryFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What no log of a copy may show: whoever played, where they live, how they are called elsewhere,
/// what they signed in with, and the copy's own keys.
///
/// Shape: what a story uses is added by its kind; tokens and phone numbers are found by their form.
public final class Hidden {

    /// Every private or secret file of the folder of keys, but not what is published of it.
    private static final Set<String> PUBLISHED = Set.of("jwks.json", "signing-key-id.txt");

    /// Shorter words of a key file are names of members and the like.
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/=_-]{16,}");

    private static final Map<String, Pattern> FORMS =
            Map.of(
                    "token",
                    Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\."),
                    "password",
                    Pattern.compile("Supplier-\\S+-2026|Secret-2026-x"),
                    "phone number",
                    Pattern.compile("(?<![0-9A-Za-z.-])1[3-9][0-9]{9}(?![0-9A-Za-z.-])"),
                    "private key",
                    Pattern.compile("BEGIN [A-Z ]*PRIVATE KEY"));

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    /// Adds one text of this kind.
    public void add(String kind, String text) {
        texts.put(text, kind);
    }

    /// Adds what is secret in a copy's folder of keys.
    public void addKeys(Path keys) {
        Set<String> known = new TreeSet<>();
        List<Path> secret = new ArrayList<>();
        for (Path file : files(keys)) {
            String name = file.getFileName().toString();
            if (PUBLISHED.contains(name) || name.contains("public")) {
                known.addAll(words(file));
            } else {
                secret.add(file);
            }
        }
        secret.stream()
                .flatMap(file -> words(file).stream())
                .filter(word -> !known.contains(word))
                .forEach(word -> add("key material", word));
    }

    public int size() {
        return texts.size() + FORMS.size();
    }

    /// Where the logs of this folder show any of it: kind, file and line, not the text itself.
    public List<String> shownIn(Path logs) {
        return files(logs).stream().flatMap(this::shownInFile).toList();
    }

    private Stream<String> shownInFile(Path log) {
        List<String> lines = content(log).lines().toList();
        List<String> found = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String place = " in " + log.getFileName() + ":" + number;
            for (String kind : kindsIn(lines.get(number - 1))) {
                found.add(kind + place);
            }
        }
        return found.stream();
    }

    private Set<String> kindsIn(String line) {
        Set<String> kinds =
                FORMS.entrySet().stream()
                        .filter(form -> form.getValue().matcher(line).find())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
        texts.forEach((text, kind) -> {
            if (line.contains(text)) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    private static Set<String> words(Path file) {
        return SECRET.matcher(content(file))
                .results()
                .map((Function<MatchResult, String>) MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException cause) {
            throw new StoryFailure(folder + " cannot be read", cause);
        }
    }

    /// A log may have a broken character at its end, while it grows.
    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new StoryFailure(file + " cannot be read", cause);
        }
    }
}
