package io.xinqun.commission.accrual;

import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.RuleReference;
import io.xinqun.commission.ledger.sold.SoldLine;
import io.xinqun.commission.ledger.sold.SoldOrder;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Paid orders for tests, written down or random.
public final class PaidOrders {

    public static final Instant AT = Instant.parse("2026-11-22T08:31:12Z");

    private PaidOrders() {}

    public static PaidOrder of(String id, long freight, PaidLine... lines) {
        long goods = List.of(lines).stream().mapToLong(line -> line.paid().amount()).sum();
        return order(id, goods, freight, List.of(lines));
    }

    private static PaidOrder order(String id, long goods, long freight, List<PaidLine> lines) {
        return new PaidOrder(
                cause(id), AT, Fen.of(goods + freight), Fen.of(freight), lines, sold(lines), null);
    }

    /// One piece of "sku" in each line, through a curator's link.
    public static SoldOrder sold(List<PaidLine> lines) {
        SoldLine.Article article =
                new SoldLine.Article("sku", "supplier", List.of("食品", "粮油"), null);
        return new SoldOrder(
                lines.stream()
                        .map(line ->
                                new SoldLine(
                                        line.lineId(), article, 1, line.paid(), supplier(line)))
                        .toList(),
                SoldOrder.Through.CURATOR,
                false,
                null);
    }

    private static Fen supplier(PaidLine line) {
        return line.split().stream()
                .filter(share -> share.role() == ShareRole.SUPPLIER)
                .map(Share::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }

    public static Cause cause(String id) {
        return Cause.ofPayment(id + ":3", id, "4200-" + id);
    }

    /// A line of `paid` with a curator's part by rate; supplier gets half, the platform the rest.
    public static PaidLine line(String lineId, long paid, long curatorFen) {
        return line(lineId, paid, curatorFen, "c-1");
    }

    public static PaidLine line(String lineId, long paid, long curatorFen, String curator) {
        long supplier = paid / 2;
        Share earned = new Share(ShareRole.CURATOR, curator, Fen.of(curatorFen), rule(paid, 2000));
        return new PaidLine(
                lineId,
                Fen.of(paid),
                List.of(
                        share(ShareRole.SUPPLIER, "s-1", supplier),
                        earned,
                        share(ShareRole.PLATFORM, "platform", paid - supplier - curatorFen)));
    }

    public static Share share(ShareRole role, String account, long amount) {
        return new Share(role, account, Fen.of(amount), null);
    }

    static RuleReference rule(long base, int rate) {
        return new RuleReference(
                "plan-1",
                2,
                Fen.of(base),
                BasisPoints.of(rate),
                null,
                "down",
                Fen.of(base),
                "line",
                Fen.of(1));
    }

    /// 1..8 lines, 1..4 parts each, some of them zero, sometimes freight.
    public static PaidOrder random(String id, RandomGenerator random) {
        List<PaidLine> lines = new ArrayList<>();
        long goods = 0;
        int count = 1 + random.nextInt(8);
        for (int line = 1; line <= count; line++) {
            PaidLine next = randomLine(Integer.toString(line), random);
            goods += next.paid().amount();
            lines.add(next);
        }
        long freight = random.nextInt(3) == 0 ? random.nextInt(2_000) : 0;
        return order(id, goods, freight, lines);
    }

    private static PaidLine randomLine(String id, RandomGenerator random) {
        long rest = 1 + random.nextLong(1_000_000);
        long paid = rest;
        List<Share> split = new ArrayList<>();
        for (ShareRole role : List.of(ShareRole.SUPPLIER, ShareRole.CURATOR, ShareRole.SECOND)) {
            long part = random.nextInt(4) == 0 ? 0 : random.nextLong(rest + 1);
            String account = role.text().charAt(0) + "-" + random.nextInt(20);
            split.add(share(role, account, part));
            rest -= part;
        }
        split.add(share(ShareRole.PLATFORM, "platform", rest));
        return new PaidLine(id, Fen.of(paid), split);
    }
}
