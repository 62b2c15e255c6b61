package io.xinqun.local.tidy;

import io.xinqun.local.tidy.Sources.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the house asks of sizes, names, words and links. Each rule returns its breaches as
/// sentences, none if all is well.
final class TidyRules {

    private static final int FILE_LINES = 300;

    /// A test class is a list of cases and may be longer.
    private static final int TEST_FILE_LINES = 400;

    private static final int METHOD_LINES = 40;
    private static final int COLUMNS = 100;
    private static final String TEXT_BLOCK = "\"\"\"";
    private static final int TYPES_IN_A_PACKAGE = 15;

    /// The architecture rules' own planted violations.
    private static final String PLANTED = "kernel/rules/sample";

    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Impl|Utils?|Helper|Manager|DTO|VO|BO|DO|PO|Entity)\\.java");

    /// Split in two so that this file is no breach itself.
    private static final Pattern WORDS =
            Pattern.compile(
                    "\\b(TO"
                            + "DO|FIX"
                            + "ME|XX"
                            + "X)\\b|for n"
                            + "ow\\b|/ro"
                            + "ot/|/wo"
                            + "rk/");

    private static final Pattern METHOD =
            Pattern.compile(
                    "^    (?!(?:return|new|throw)\\b)[^ /@*}\"].*\\) (throws [\\w, .]+ )?\\{$");
    private static final Pattern METHOD_TAIL =
            Pattern.compile("^ {8,}.*\\) (throws [\\w, .]+ )?\\{$");
    private static final Pattern TYPE =
            Pattern.compile(
                    "^    (?:(?:public|private|protected|static|final|sealed|abstract|non-sealed) )*"
                            + "(?:class|record|interface|enum|@interface) .*");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

    private TidyRules() {}

    static List<String> sizes(Sources sources) {
        List<String> breaches = new ArrayList<>();
        Map<Path, Integer> packages = new HashMap<>();
        for (Source source : sources.java()) {
            if (source.lines().size() > (source.isMain() ? FILE_LINES : TEST_FILE_LINES)) {
                breaches.add(source.path() + " has " + source.lines().size() + " lines");
            }
            methods(source, breaches);
            columns(source, breaches);
            if (source.isMain() && !source.name().equals("package-info.java")) {
                packages.merge(source.path().getParent(), 1, Integer::sum);
            }
        }
        packages.forEach((name, types) -> {
            if (types > TYPES_IN_A_PACKAGE) {
                breaches.add(name + " has " + types + " types");
            }
        });
        return breaches;
    }

    /// A method of the formatter's making begins at four columns and ends with a brace there.
    private static void methods(Source source, List<String> breaches) {
        int begin = -1;
        boolean open = false;
        for (int i = 0; i < source.lines().size(); i++) {
            String line = source.lines().get(i);
            if (begin < 0
                    && !TYPE.matcher(line).matches()
                    && line.matches("^    [^ /@*}].*\\(.*")
                    && !line.endsWith(";")) {
                begin = i;
                open = METHOD.matcher(line).matches();
            } else if (begin >= 0 && !open) {
                open = METHOD_TAIL.matcher(line).matches();
                begin = line.endsWith(";") || line.equals("    }") ? -1 : begin;
            } else if (begin >= 0 && line.equals("    }")) {
                if (i - begin + 1 > METHOD_LINES && source.isMain()) {
                    breaches.add(
                            "%s:%d a method of %d lines"
                                    .formatted(source.path(), begin + 1, i - begin + 1));
                }
                begin = -1;
            }
        }
    }

    /// The formatter cannot break a text, and tables of cases are texts.
    private static void columns(Source source, List<String> breaches) {
        boolean text = false;
        for (int i = 0; i < source.lines().size(); i++) {
            String line = source.lines().get(i);
            text ^= line.contains(TEXT_BLOCK);
            boolean breakable = !text && line.indexOf('"') < 0 && !line.startsWith("import ");
            if (line.length() > COLUMNS && breakable) {
                breaches.add("%s:%d is too wide".formatted(source.path(), i + 1));
            }
        }
    }

    static List<String> names(Sources sources) {
        return sources.java().stream()
                .filter(source -> !source.path().toString().contains(PLANTED))
                .filter(source -> EMPTY_NAME.matcher(source.name()).matches())
                .map(source -> source.path() + " has a name that says nothing")
                .toList();
    }

    static List<String> words(Sources sources) {
        List<String> breaches = new ArrayList<>();
        for (List<Source> some : List.of(sources.java(), sources.texts())) {
            for (Source source : some) {
                for (int i = 0; i < source.lines().size(); i++) {
                    if (WORDS.matcher(source.lines().get(i)).find()) {
                        breaches.add(
                                "%s:%d %s"
                                        .formatted(
                                                source.path(),
                                                i + 1,
                                                source.lines().get(i).strip()));
                    }
                }
            }
        }
        return breaches;
    }

    static List<String> links(Sources sources) {
        List<String> breaches = new ArrayList<>();
        for (Source source : sources.texts()) {
            Path folder = sources.root().resolve(source.path()).getParent();
            for (String line : source.lines()) {
                Matcher link = LINK.matcher(line);
                while (source.name().endsWith(".md") && link.find()) {
                    String target = link.group(1);
                    if (!target.contains(":") && !Files.exists(folder.resolve(target))) {
                        breaches.add(source.path() + " points at " + target);
                    }
                }
            }
        }
        return breaches;
    }
}
