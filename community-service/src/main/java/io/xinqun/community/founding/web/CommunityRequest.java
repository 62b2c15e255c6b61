package io.xinqun.community.founding.web;

import io.xinqun.community.model.community.Admission;
import io.xinqun.community.model.community.CommunityKind;
import io.xinqun.community.model.community.CommunityProfile;
import io.xinqun.community.model.community.Purpose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A community to be founded. Its texts are shown to others, so they hold no control, invisible or
/// direction-changing characters; rules may have several lines.
record CommunityRequest(
        @NotBlank @Size(max = 40) @Pattern(regexp = CommunityRequest.LINE) String name,
        @NotNull @Pattern(regexp = "sharing|training|product") String kind,
        @NotNull @Pattern(regexp = "selling|operating") String purpose,
        @NotNull @Pattern(regexp = "open|application|invitation") String admission,
        @NotNull @Min(1) @Max(CommunityProfile.MAXIMUM_CAPACITY) Integer capacity,
        @Size(max = 20)
                @Nullable
                        List<
                                @NotBlank @Size(max = 20) @Pattern(regexp = CommunityRequest.LINE)
                                String>
                        tags,
        @Size(max = 2_000) @Pattern(regexp = CommunityRequest.LINES) @Nullable String rules) {

    private static final String HIDDEN =
            "\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF";
    static final String LINE = "[^\\x00-\\x1F\\x7F-\\x9F" + HIDDEN + "]*";
    static final String LINES = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F" + HIDDEN + "]*";

    CommunityProfile profile() {
        List<String> said = Objects.requireNonNullElse(tags, List.of());
        return new CommunityProfile(
                name.strip(),
                CommunityKind.of(kind).orElseThrow(),
                Purpose.of(purpose).orElseThrow(),
                Admission.of(admission).orElseThrow(),
                capacity,
                said.stream().map(String::strip).distinct().toList(),
                Objects.requireNonNullElse(rules, ""));
    }
}
