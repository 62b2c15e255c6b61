package io.xinqun.commission.plan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.PlanDraft;
import io.xinqun.commission.plan.PlanVersion;
import io.xinqun.commission.plan.terms.Level;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.commission.plan.terms.PlanTerms;
import io.xinqun.commission.plan.terms.Scope;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan with all its versions, the last one the newest, and its draft.
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanResponse(
        String plan,
        @Schema(allowableValues = {"draft", "active", "retired"}) String state,
        List<VersionResponse> versions,
        @Nullable DraftResponse draft) {

    static PlanResponse of(Plan plan) {
        PlanDraft draft = plan.draft();
        return new PlanResponse(
                plan.id(),
                plan.state().text(),
                plan.versions().stream().map(VersionResponse::of).toList(),
                draft == null ? null : DraftResponse.of(draft));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionResponse(
            int version,
            String state,
            Instant activeFrom,
            ScopeResponse scope,
            LevelResponse level1,
            @Nullable LevelResponse level2,
            boolean selfPurchase) {

        static VersionResponse of(PlanVersion version) {
            PlanTerms terms = version.terms();
            return new VersionResponse(
                    version.number(),
                    version.state().text(),
                    version.activeFrom(),
                    ScopeResponse.of(terms.scope()),
                    LevelResponse.of(terms.level1()),
                    terms.level2() == null ? null : LevelResponse.of(terms.level2()),
                    terms.selfPurchase());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DraftResponse(
            int revision,
            ScopeResponse scope,
            LevelResponse level1,
            @Nullable LevelResponse level2,
            boolean selfPurchase) {

        static DraftResponse of(PlanDraft draft) {
            PlanTerms terms = draft.terms();
            return new DraftResponse(
                    draft.revision(),
                    ScopeResponse.of(terms.scope()),
                    LevelResponse.of(terms.level1()),
                    terms.level2() == null ? null : LevelResponse.of(terms.level2()),
                    terms.selfPurchase());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScopeResponse(String kind, @Nullable String value) {

        static ScopeResponse of(Scope scope) {
            return new ScopeResponse(scope.kind().text(), scope.value());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LevelResponse(
            @Nullable BasisPoints rateBasisPoints,
            @Nullable Fen fixedFen,
            @Nullable Fen maximumPerLineFen,
            @Nullable Fen maximumPerOrderFen,
            @Schema(description = "The platform bears the rest")
                    BasisPoints supplierFundsBasisPoints) {

        static LevelResponse of(Level level) {
            Pay pay = level.pay();
            return new LevelResponse(
                    pay instanceof Pay.OfPaidGoods(BasisPoints rate) ? rate : null,
                    pay instanceof Pay.PerUnit(Fen fixed) ? fixed : null,
                    level.perLine(),
                    level.perOrder(),
                    level.supplierFunds());
        }
    }
}
