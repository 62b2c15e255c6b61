package io.xinqun.commission.accrual;

import io.xinqun.kernel.money.Fen;
import java.util.List;

/// A paid order line with its frozen split.
public record PaidLine(String lineId, Fen paid, List<Share> split) {

    public PaidLine {
        split = List.copyOf(split);
    }

    Fen splitSum() {
        return split.stream().map(Share::amount).reduce(Fen.ZERO, Fen::plus);
    }
}
