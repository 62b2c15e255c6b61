package io.xinqun.catalog.stock.web;

import io.xinqun.catalog.stock.ProveStock.StockProof;
import io.xinqun.catalog.stock.StockAmounts;
import io.xinqun.kernel.total.Amounts;
import java.util.List;

/// The proof of all stock. `lag` journal entries were not folded yet and are not part of it.
public record StockProofResponse(
        boolean holds,
        long units,
        long free,
        long held,
        long sold,
        long onHand,
        long missing,
        long decisions,
        long lag,
        List<String> differences,
        List<String> violations) {

    static StockProofResponse of(StockProof proof) {
        Amounts sum = proof.sum().amounts();
        return new StockProofResponse(
                proof.holds(),
                proof.sum().units(),
                sum.get(StockAmounts.FREE),
                sum.get(StockAmounts.HELD),
                sum.get(StockAmounts.SOLD),
                sum.get(StockAmounts.ON_HAND),
                sum.get(StockAmounts.SHORT),
                proof.replay().decisions(),
                proof.replay().lag(),
                proof.replay().differences(),
                proof.sum().violations());
    }
}
