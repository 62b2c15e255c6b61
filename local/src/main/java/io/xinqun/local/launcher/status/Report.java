package io.xinqun.local.launcher.status;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The status of one copy at a glance.
///
/// Shape: sections of rows; the first row of a section is its heads. State: its exit status is 0
/// when all is well, 1 when something is gone or not known, 2 when all is known and a number is out
/// of its range.
public record Report(List<Section> sections) {

    private static final int FINE = 0;
    private static final int MISSING = 1;
    private static final int OUT = 2;

    /// A few figures of one kind.
    public record Section(String title, List<String> heads, List<Row> rows) {

        Stream<String> lines() {
            String head = Row.line(title, heads.stream().map(text -> text + "  ").toList());
            return Stream.concat(Stream.of("", head), rows.stream().map(Row::line));
        }
    }

    /// The figures of one program, group or topic.
    public record Row(String name, List<Figure> figures) {

        String line() {
            return line("  " + name, figures.stream().map(Figure::shown).toList());
        }

        private static String line(String name, List<String> cells) {
            return ("%-32s".formatted(name)
                            + cells.stream().map("%16s"::formatted).collect(Collectors.joining()))
                    .stripTrailing();
        }
    }

    /// For a person.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        sections.forEach(section -> section.lines().forEach(lines::add));
        if (has(Figure.Mark.OUT)) {
            lines.add("");
            lines.add("! is out of its range: docs/operating/observing.md");
        }
        return lines;
    }

    /// For a script.
    public int exitStatus() {
        if (has(Figure.Mark.UNKNOWN)) {
            return MISSING;
        }
        return has(Figure.Mark.OUT) ? OUT : FINE;
    }

    private boolean has(Figure.Mark mark) {
        return sections.stream()
                .flatMap(section -> section.rows().stream())
                .flatMap(row -> row.figures().stream())
                .anyMatch(figure -> figure.mark() == mark);
    }
}
