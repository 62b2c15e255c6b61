package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.commission.ledger.sold.SoldLine;
import io.xinqun.commission.ledger.sold.SoldOrder;
import io.xinqun.kernel.money.Fen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a plan is tried out on: an order that was paid, or one that is made up.
record SimulatePlanRequest(
        @Schema(description = "A paid order; or else a sample") @Size(min = 1, max = 128)
                @Nullable String order,
        @Valid @Nullable SampleRequest sample) {

    /// As large as an order may be.
    private static final int MAXIMUM_LINES = 50;

    private static final int MAXIMUM_QUANTITY = 9_999;

    /// No sum over 50 lines leaves the range of a `long`.
    private static final long MAXIMUM_FEN = 1_000_000_000_000L;

    private static final String CURATOR = "curator";

    SoldOrder sold() {
        return Objects.requireNonNull(sample).order();
    }

    boolean isOfOrder() {
        if ((order == null) == (sample == null)) {
            throw InvalidPlan.at("order", "one-of", "Either an order or a sample");
        }
        return order != null;
    }

    record SampleRequest(
            @NotNull @Size(min = 1, max = MAXIMUM_LINES) List<@Valid @NotNull LineRequest> lines,
            @Schema(
                            description = "Whose link the buyer came by; absent: a curator's",
                            allowableValues = {CURATOR, "self", "nobody"})
                    @Pattern(regexp = "curator|self|nobody")
                    @Nullable String through,
            @Schema(description = "Whether there is a second level; absent for yes")
                    @Nullable Boolean second,
            @Schema(description = "The level of the curator") @Size(min = 1, max = 32)
                    @Nullable String curatorLevel) {

        SoldOrder order() {
            List<SoldLine> sold = new ArrayList<>();
            for (LineRequest line : lines) {
                sold.add(line.line(Integer.toString(sold.size() + 1)));
            }
            return new SoldOrder(sold, whose(), !Boolean.FALSE.equals(second), curatorLevel);
        }

        private SoldOrder.Through whose() {
            return switch (through == null ? CURATOR : through) {
                case "self" -> SoldOrder.Through.SELF;
                case "nobody" -> SoldOrder.Through.NOBODY;
                default -> SoldOrder.Through.CURATOR;
            };
        }
    }

    record LineRequest(
            @NotNull @Size(min = 1, max = 64) @Pattern(regexp = ScopeRequest.VISIBLE) String skuId,
            @Size(min = 1, max = 64) @Pattern(regexp = ScopeRequest.VISIBLE)
                    @Nullable String supplierId,
            @Size(max = 10) @Nullable List<@NotNull @Size(min = 1, max = 64) String> categoryPath,
            @Schema(description = "Absent for what is sold to everybody") @Size(min = 1, max = 64)
                    @Nullable String activity,
            @NotNull @Min(1) @Max(MAXIMUM_QUANTITY) Long quantity,
            @Schema(description = "Goods, net of discounts and without freight")
                    @NotNull
                    @Min(0)
                    @Max(MAXIMUM_FEN)
                    Long paidFen,
            @Schema(description = "What the supplier is owed for the line, before any commission")
                    @NotNull
                    @Min(0)
                    @Max(MAXIMUM_FEN)
                    Long supplierFen) {

        SoldLine line(String lineId) {
            return new SoldLine(
                    lineId,
                    new SoldLine.Article(
                            skuId,
                            supplierId == null ? "" : supplierId,
                            categoryPath == null ? List.of() : categoryPath,
                            activity),
                    quantity,
                    Fen.of(paidFen),
                    Fen.of(supplierFen));
        }
    }
}
