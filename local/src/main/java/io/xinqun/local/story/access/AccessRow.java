package io.xinqun.local.story.access;

import io.xinqun.local.story.api.Who;
import io.xinqun.local.story.api.Whose;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What each role gets for one operation on one kind of thing.
///
/// Shape: `thing` is `any`, `there`, `own`, `foreign` or `absent`; a role without an answer cannot
/// have such a thing.
public record AccessRow(String operation, String thing, Map<Who, Granted> answers) {
    private static final String NONE = "-";

    public AccessRow {
        answers = Map.copyOf(answers);
    }

    /// The answer in one cell; a code for every refusal, "" where there is none.
    public record Granted(int status, String code) {
        private static final Map<Integer, String> USUAL =
                Map.of(401, "not-signed-in", 403, "forbidden", 404, "not-found");

        static Granted parse(String cell) {
            int slash = cell.indexOf('/');
            if (slash >= 0) {
                return new Granted(
                        Integer.parseInt(cell.substring(0, slash)), cell.substring(slash + 1));
            }
            int status = Integer.parseInt(cell);
            return new Granted(status, USUAL.getOrDefault(status, ""));
        }

        boolean isRefusal() {
            return status >= 400;
        }

        /// As the page shows it.
        public String text() {
            return code.isEmpty() ? Integer.toString(status) : status + " " + code;
        }
    }

    static List<AccessRow> parse(String operation, String line) {
        List<String> words = Arrays.asList(line.replace(", ", ",").split("\\s+"));
        boolean isOne = words.size() == 2;
        boolean isWhole = isOne || words.size() == AccessTable.COLUMNS.size() + 1;
        if (operation.isEmpty() || !isWhole) {
            throw new IllegalArgumentException(operation + ": " + line);
        }
        Map<Who, Granted> answers = new EnumMap<>(Who.class);
        for (int column = 0; column < AccessTable.COLUMNS.size(); column++) {
            String cell = words.get(isOne ? 1 : column + 1);
            if (!cell.equals(NONE)) {
                answers.put(AccessTable.COLUMNS.get(column), Granted.parse(cell));
            }
        }
        return Arrays.stream(words.getFirst().split(","))
                .map(thing -> new AccessRow(operation, thing, answers))
                .toList();
    }

    /// Whose thing the request names; what belongs to nobody is made as the caller's own.
    Whose whose() {
        return switch (thing) {
            case "foreign" -> Whose.FOREIGN;
            case "absent" -> Whose.ABSENT;
            case "any", "there", "own" -> Whose.OWN;
            default -> throw new IllegalArgumentException(operation + ": " + thing);
        };
    }
}
