package io.xinqun.order.testing;

import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.OrderTerms;
import io.xinqun.order.order.deal.Attributed;
import io.xinqun.order.order.deal.Binding;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.deal.Plan;
import io.xinqun.order.order.line.Attribution;
import io.xinqun.order.order.line.LineKind;
import io.xinqun.order.order.line.OrderLine;
import io.xinqun.order.order.line.OrderLine.Article;
import io.xinqun.order.order.line.OrderLine.Price;
import io.xinqun.order.order.line.PriceReason;
import io.xinqun.order.order.line.PriceTier;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRole;
import io.xinqun.order.order.line.SplitRule;
import io.xinqun.order.order.money.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Things that unit tests start from.
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
    public static final Attribution LINK =
            new Attribution("curator-lin", "curator-chen", "Xq7Lm2", "group", 1, 3, null);

    private Samples() {}

    public static Article article(String sku, LineKind kind) {
        return new Article(
                sku,
                "p-" + sku,
                "s-rice",
                "五常大米 5kg",
                kind,
                kind == LineKind.GOODS ? sku + ":main:base" : null,
                List.of("食品", "粮油"));
    }

    public static Offer offer(String sku, long supplyFen, long directFen, @Nullable Long curator) {
        return new Offer(
                article(sku, LineKind.GOODS),
                true,
                new Offer.Prices(
                        Fen.of(supplyFen),
                        Fen.of(directFen),
                        curator == null ? null : Fen.of(curator)),
                20,
                1);
    }

    public static Plan plan(@Nullable Integer rate, @Nullable Long fixed, Plan.@Nullable Pay two) {
        return new Plan(
                "plan-1",
                2,
                NOW.minus(Duration.ofDays(1)),
                new Plan.Scope(Plan.ScopeKind.PLATFORM, ""),
                Plan.Level.of(pay(rate, fixed)),
                two == null ? null : Plan.Level.of(two),
                false);
    }

    public static Plan.Pay pay(@Nullable Integer rate, @Nullable Long fixed) {
        return new Plan.Pay(
                rate == null ? null : BasisPoints.of(rate), fixed == null ? null : Fen.of(fixed));
    }

    public static Attributed attributed(PriceReason reason) {
        return new Attributed(
                new Binding("mei", LINK, "c-1", NOW.plus(Duration.ofDays(9))), reason);
    }

    /// An order of one unit per SKU, each piece for 43.00 yuan.
    public static OrderTerms terms(String orderId, LineKind kind, String... skus) {
        List<OrderLine> lines = new ArrayList<>();
        for (String sku : skus) {
            lines.add(
                    new OrderLine(
                            Integer.toString(lines.size() + 1),
                            article(sku, kind),
                            2,
                            new Price(Fen.of(4_300), PriceTier.CURATOR, PriceReason.CURATOR_LINK),
                            split()));
        }
        return new OrderTerms(
                orderId,
                "mei",
                lines,
                Fen.ZERO,
                new OrderTerms.Context("fingerprint", "c-1", LINK, "k1.sealed"),
                new OrderTerms.Window(
                        NOW, NOW.plus(Duration.ofMinutes(30)), Duration.ofMinutes(10)));
    }

    private static List<SplitPart> split() {
        return List.of(
                new SplitPart(SplitRole.SUPPLIER, "s-rice", Fen.of(6_400), null),
                new SplitPart(
                        SplitRole.CURATOR,
                        "curator-lin",
                        Fen.of(860),
                        new SplitRule(
                                "plan-1",
                                2,
                                Fen.of(8_600),
                                BasisPoints.of(1_000),
                                null,
                                SplitRule.Rounding.DOWN,
                                new SplitRule.Cut(Fen.of(900), SplitRule.Cap.LINE),
                                Fen.of(100))),
                new SplitPart(SplitRole.PLATFORM, "platform", Fen.of(1_340), null));
    }

    public static Receipt receipt(OrderTerms terms, String transaction) {
        return new Receipt(
                "wechat",
                terms.orderId() + "-p1",
                transaction,
                terms.payable(),
                NOW.plusSeconds(60));
    }
}
