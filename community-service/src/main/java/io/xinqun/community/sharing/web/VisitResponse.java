package io.xinqun.community.sharing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.community.model.referral.Binding;
import io.xinqun.community.model.referral.ShareLink;
import io.xinqun.community.sharing.Visit;
import io.xinqun.community.sharing.Visit.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a share link leads. Without an attribution token the direct price counts; `reason` says
/// why there is none, or whose earlier recommendation it is for.
record VisitResponse(
        @Schema(types = {"string", "null"}) @JsonInclude(JsonInclude.Include.ALWAYS)
                @Nullable String attributionToken,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        TargetResponse target,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String community) {

    record TargetResponse(String kind, String id) {}

    static VisitResponse of(Visit visit, @Nullable String token) {
        ShareLink link = visit.link();
        Binding binding = visit.binding();
        return new VisitResponse(
                token,
                binding == null ? null : binding.expiresAt(),
                visit.outcome() == Outcome.BOUND ? null : visit.outcome().code(),
                new TargetResponse(link.target().kind().code(), link.target().id()),
                link.community());
    }
}
