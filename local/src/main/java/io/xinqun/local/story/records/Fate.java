package io.xinqun.local.story.records;

/// What becomes of a record; `word` is the reason of a dead letter or the code in a report.
public record Fate(Kind kind, String word) {

    /// Where a record can end.
    public enum Kind {
        /// In the group's topic of dead letters.
        DEAD,
        /// Counted and passed over.
        IGNORED,
        /// Taken as what it says, which was known.
        REPEATED,
        /// In the supplier's report of the delivery.
        REPORTED,
        /// There is no such record in this topic.
        NONE
    }

    static Fate parse(String cell) {
        int colon = cell.indexOf(':');
        String kind = colon < 0 ? cell : cell.substring(0, colon);
        String word = colon < 0 ? "" : cell.substring(colon + 1);
        return switch (kind) {
            case "dead" -> new Fate(Kind.DEAD, word);
            case "ignored" -> new Fate(Kind.IGNORED, word);
            case "repeated" -> new Fate(Kind.REPEATED, word);
            case "reported" -> new Fate(Kind.REPORTED, word);
            case "-" -> new Fate(Kind.NONE, word);
            default -> throw new IllegalArgumentException(cell);
        };
    }

    /// As the page shows it.
    public String text() {
        return switch (kind) {
            case DEAD -> "dead letter `" + word + "`";
            case REPORTED -> "report `" + word + "`";
            case IGNORED -> "ignored";
            case REPEATED -> "taken as a repeat";
            case NONE -> "–";
        };
    }
}
