package io.xinqun.commission.plan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.commission.ledger.sold.SoldLine;
import io.xinqun.commission.plan.simulation.PlanCandidate;
import io.xinqun.commission.plan.simulation.SimulatePlan.Simulation;
import io.xinqun.commission.plan.simulation.SimulatedLine;
import io.xinqun.commission.plan.terms.Pay;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An order as it is split by the plans of today, and as it would be if the draft were in force.
record SimulationResponse(
        String plan,
        @Schema(description = "The version that the draft would be") int version,
        Instant at,
        TotalResponse today,
        TotalResponse draft,
        List<LineResponse> lines) {

    static SimulationResponse of(Simulation simulation) {
        List<LineResponse> lines = new ArrayList<>();
        for (SoldLine sold : simulation.order().lines()) {
            int number = lines.size();
            lines.add(
                    new LineResponse(
                            sold.lineId(),
                            sold.article().skuId(),
                            sold.quantity(),
                            sold.paid(),
                            SplitResponse.of(sold, simulation.today().get(number)),
                            SplitResponse.of(sold, simulation.then().get(number))));
        }
        return new SimulationResponse(
                simulation.tried().planId(),
                simulation.tried().version(),
                simulation.at(),
                TotalResponse.of(simulation.today()),
                TotalResponse.of(simulation.then()),
                lines);
    }

    /// The sums over all lines.
    record TotalResponse(Fen supplierFen, Fen level1Fen, Fen level2Fen, Fen platformFen) {

        static TotalResponse of(List<SimulatedLine> lines) {
            return new TotalResponse(
                    sum(lines, SimulatedLine::supplier),
                    sum(lines, line -> amount(line.level1())),
                    sum(lines, line -> amount(line.level2())),
                    sum(lines, SimulatedLine::platform));
        }

        private static Fen amount(java.util.Optional<SimulatedLine.Part> part) {
            return part.map(SimulatedLine.Part::amount).orElse(Fen.ZERO);
        }

        private static Fen sum(List<SimulatedLine> lines, Function<SimulatedLine, Fen> part) {
            return lines.stream().map(part).reduce(Fen.ZERO, Fen::plus);
        }
    }

    record LineResponse(
            String line,
            String skuId,
            long quantity,
            Fen paidFen,
            SplitResponse today,
            SplitResponse draft) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SplitResponse(
            @Schema(description = "The plan that wins the line; absent when there is none")
                    @Nullable String plan,
            @Nullable Integer version,
            Fen supplierFen,
            @Nullable PartResponse level1,
            @Nullable PartResponse level2,
            Fen platformFen) {

        static SplitResponse of(SoldLine sold, SimulatedLine line) {
            return new SplitResponse(
                    line.plan().map(PlanCandidate::planId).orElse(null),
                    line.plan().map(PlanCandidate::version).orElse(null),
                    line.supplier(),
                    line.level1().map(part -> PartResponse.of(sold, part)).orElse(null),
                    line.level2().map(part -> PartResponse.of(sold, part)).orElse(null),
                    line.platform());
        }
    }

    /// One level's part of a line and how it came to be.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartResponse(
            Fen amountFen,
            Fen baseFen,
            @Nullable BasisPoints rateBasisPoints,
            @Nullable Fen fixedFen,
            @Schema(
                            description = "The fraction of a fen stays with the platform",
                            allowableValues = "down")
                    String rounding,
            @Schema(description = "What the plan alone would have paid, when a cap was smaller")
                    @Nullable Fen cappedFromFen,
            @Schema(allowableValues = {"line", "order", "margin"}) @Nullable String cappedBy,
            Fen supplierFundsFen,
            Fen platformFundsFen) {

        static PartResponse of(SoldLine sold, SimulatedLine.Part part) {
            Pay pay = part.level().pay();
            return new PartResponse(
                    part.amount(),
                    sold.paid(),
                    pay instanceof Pay.OfPaidGoods(BasisPoints rate) ? rate : null,
                    pay instanceof Pay.PerUnit(Fen fixed) ? fixed : null,
                    "down",
                    part.cap().isPresent() ? part.wanted() : null,
                    part.cap().map(SimulatedLine.Cap::text).orElse(null),
                    part.supplierFunds(),
                    part.platformFunds());
        }
    }
}
