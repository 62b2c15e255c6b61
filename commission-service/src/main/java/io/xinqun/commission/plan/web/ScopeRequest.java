package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.commission.plan.terms.Scope;
import io.xinqun.commission.plan.terms.ScopeKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What an operator wants a plan to be for.
record ScopeRequest(
        @Schema(
                        allowableValues = {
                            "platform",
                            "curator-level",
                            "category",
                            "supplier",
                            "sku",
                            "activity"
                        })
                @NotNull
                @Pattern(regexp = KINDS)
                String kind,
        @Schema(
                        description =
                                "Category path joined with '/', id of the activity, supplier or"
                                        + " SKU, code of the level; absent for the platform")
                @Size(min = 1, max = 400)
                @Pattern(regexp = VISIBLE)
                @Nullable String value) {

    /// Something besides white space, and no control characters.
    static final String VISIBLE =
            "[^\\x00-\\x1F\\x7F-\\x9F]*[^\\x00-\\x1F\\x7F-\\x9F\\s][^\\x00-\\x1F\\x7F-\\x9F]*";

    private static final String KINDS = "platform|curator-level|category|supplier|sku|activity";

    Scope scope() {
        ScopeKind parsed = ScopeKind.parse(kind);
        if ((parsed == ScopeKind.PLATFORM) != (value == null)) {
            throw InvalidPlan.at(
                    "scope.value", "mismatch", "Only the platform as a whole has no value");
        }
        if (parsed == ScopeKind.CATEGORY && hasBlankStep()) {
            throw InvalidPlan.at(
                    "scope.value", "path", "A category has a name between any two '/'");
        }
        return new Scope(parsed, value);
    }

    /// No product is in a category without a name, so nothing would ever match.
    private boolean hasBlankStep() {
        return value != null && Arrays.stream(value.split("/", -1)).anyMatch(String::isBlank);
    }
}
