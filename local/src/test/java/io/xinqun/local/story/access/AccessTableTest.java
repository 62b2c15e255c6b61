package io.xinqun.local.story.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.local.story.api.Who;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTableTest {

    private static final Map<String, List<AccessRow>> ROWS =
            AccessTable.all().stream().collect(Collectors.groupingBy(AccessRow::operation));

    @Test
    void an_operation_about_a_thing_says_what_becomes_of_every_kind_of_it() {
        Set<Set<String>> kinds =
                Set.of(
                        Set.of("any"),
                        Set.of("there", "absent"),
                        Set.of("own", "foreign", "absent"));
        ROWS.forEach((operation, rows) -> {
            Set<String> things =
                    rows.stream()
                            .map(AccessRow::thing)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(kinds).as(operation).contains(things);
            assertThat(things.contains("any")).as(operation).isNotEqualTo(operation.contains("{"));
            assertThat(rows).as("%s twice", operation).hasSameSizeAs(things);
        });
        assertThat(ROWS).hasSizeGreaterThan(50);
    }

    @Test
    void a_refusal_has_a_code_and_a_grant_has_none() {
        assertThat(AccessTable.all())
                .flatExtracting(row -> row.answers().values())
                .allSatisfy(granted ->
                        assertThat(granted.code().isEmpty()).isNotEqualTo(granted.isRefusal()));
    }

    @Test
    void somebody_elses_thing_looks_like_none_at_all() {
        ROWS.forEach((operation, rows) ->
                rows.stream()
                        .filter(row -> row.thing().equals("foreign"))
                        .forEach(row ->
                                assertThat(row.answers())
                                        .as(operation)
                                        .isEqualTo(rows.getLast().answers())));
    }

    @Test
    void operators_paths_are_for_operators_only() {
        AccessTable.all().stream()
                .filter(row -> row.operation().contains("/operator/"))
                .forEach(row ->
                        row.answers()
                                .forEach((who, granted) ->
                                        assertThat(granted.status())
                                                .as("%s by %s", row.operation(), who)
                                                .matches(status ->
                                                        who == Who.OPERATOR
                                                                ? status != 403
                                                                : status == 403 || status == 401)));
    }

    @Test
    void a_line_that_is_no_row_is_refused() {
        assertThatThrownBy(() -> AccessRow.parse("GET /x", "any 200 200"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
