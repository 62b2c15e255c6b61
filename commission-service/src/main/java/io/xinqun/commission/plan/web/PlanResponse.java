package io.xinqun.commission.plan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.xinqun.commission.plan.Pay;
import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.PlanTerms;
import io.xinqun.commission.plan.PlanVersion;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan with all its versions; the last one is the newest.
record PlanResponse(String plan, String state, List<VersionResponse> versions) {

    static PlanResponse of(Plan plan) {
        return new PlanResponse(
                plan.id(),
                plan.versions().getLast().state().text(),
                plan.versions().stream().map(VersionResponse::of).toList());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionResponse(
            int version,
            String state,
            Instant activeFrom,
            ScopeResponse scope,
            PayResponse level1,
            @Nullable PayResponse level2,
            boolean selfPurchase) {

        static VersionResponse of(PlanVersion version) {
            PlanTerms terms = version.terms();
            return new VersionResponse(
                    version.number(),
                    version.state().text(),
                    terms.activeFrom(),
                    new ScopeResponse(terms.scope().kind().text(), terms.scope().value()),
                    PayResponse.of(terms.level1()),
                    terms.level2() == null ? null : PayResponse.of(terms.level2()),
                    terms.selfPurchase());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScopeResponse(String kind, @Nullable String value) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PayResponse(@Nullable Integer rateBasisPoints, @Nullable Long fixedFen) {

        static PayResponse of(Pay pay) {
            return switch (pay) {
                case Pay.OfPaidGoods(BasisPoints rate) -> new PayResponse(rate.value(), null);
                case Pay.PerUnit(Fen fixed) -> new PayResponse(null, fixed.amount());
            };
        }
    }
}
