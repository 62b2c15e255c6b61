package io.xinqun.commission.statement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.commission.ledger.RuleReference;
import io.xinqun.commission.ledger.WalletPart;
import io.xinqun.commission.statement.WalletEntry;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of a wallet.
@JsonInclude(JsonInclude.Include.NON_NULL)
record WalletEntryResponse(
        String id,
        String kind,
        @Schema(description = "What the wallet gained altogether") Fen amountFen,
        @Nullable Fen frozenFen,
        @Nullable Fen availableFen,
        @Nullable Fen reservedFen,
        @Nullable Fen debtFen,
        String orderId,
        @Nullable String lineId,
        @Nullable RuleResponse rule,
        Instant at) {

    static WalletEntryResponse of(WalletEntry entry) {
        return new WalletEntryResponse(
                entry.id(),
                entry.kind().text(),
                entry.amount(),
                entry.changes().get(WalletPart.FROZEN),
                entry.changes().get(WalletPart.AVAILABLE),
                entry.changes().get(WalletPart.RESERVED),
                entry.changes().get(WalletPart.DEBT),
                entry.cause().orderId(),
                entry.cause().lineId(),
                entry.rule() == null ? null : RuleResponse.of(entry.rule()),
                entry.at());
    }

    /// The plan version that was frozen on the order; `cappedFrom` when a cap was smaller.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleResponse(
            String plan,
            int version,
            Fen baseFen,
            @Nullable BasisPoints rateBasisPoints,
            @Nullable Fen fixedFen,
            @Nullable String rounding,
            @Nullable Fen cappedFromFen,
            @Nullable String cappedBy,
            @Nullable Fen supplierFundsFen) {

        static RuleResponse of(RuleReference rule) {
            return new RuleResponse(
                    rule.planId(),
                    rule.version(),
                    rule.base(),
                    rule.rate(),
                    rule.fixed(),
                    rule.rounding(),
                    rule.cappedFrom(),
                    rule.cappedBy(),
                    rule.supplierFunds());
        }
    }
}
