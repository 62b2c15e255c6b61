package io.xinqun.order.quote;

import io.xinqun.kernel.idempotency.Fingerprint;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.order.OrderProblem;
import io.xinqun.order.order.deal.Attributed;
import io.xinqun.order.order.deal.Basket;
import io.xinqun.order.order.deal.Binding;
import io.xinqun.order.order.deal.Offer;
import io.xinqun.order.order.deal.PlanBook;
import io.xinqun.order.order.deal.Quote;
import io.xinqun.order.order.line.Attribution;
import io.xinqun.order.order.line.OrderLine;
import io.xinqun.order.order.line.OrderLine.Price;
import io.xinqun.order.order.line.PriceReason;
import io.xinqun.order.order.line.PriceTier;
import io.xinqun.order.order.line.SplitPart;
import io.xinqun.order.order.line.SplitRole;
import io.xinqun.order.quote.OrderSplit.Sale;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one calculator: a quote and the order that follows from it come to the same fen.
///
/// Shape: 1..50 lines in the basket's order; line ids are "1", "2", ... Units: fen; freight is
/// zero. State: pure; everything it needs is handed in. Errors: [Problem] `unknown-sku`,
/// `not-known-yet`, `not-on-sale`, `quantity-over-limit`, `amount-too-large`.
final class Calculator {

    private Calculator() {}

    /// What is known when the price is made.
    record Facts(Map<String, Offer> offers, Attributed attributed, PlanBook plans, Instant at) {}

    static Quote quote(Basket basket, Facts facts) {
        try {
            List<Sale> sales = new ArrayList<>();
            for (Basket.Item item : basket.items()) {
                sales.add(sale(item, facts));
            }
            return quoteOf(lines(sales, facts), community(basket, facts.attributed()), facts);
        } catch (ArithmeticException overflow) {
            throw new Problem(
                    OrderProblem.AMOUNT_TOO_LARGE,
                    "The amount leaves the range of money",
                    overflow);
        }
    }

    private static Sale sale(Basket.Item item, Facts facts) {
        Offer offer = sellable(item, facts.offers().get(item.skuId()));
        Binding binding = facts.attributed().binding();
        String level = binding == null ? null : binding.attribution().level();
        return new Sale(
                offer,
                item.quantity(),
                price(offer, facts.attributed()).unit().times(item.quantity()),
                facts.plans().planFor(offer.article(), level, facts.at()));
    }

    private static List<OrderLine> lines(List<Sale> sales, Facts facts) {
        List<List<SplitPart>> splits = OrderSplit.of(sales, facts.attributed());
        List<OrderLine> lines = new ArrayList<>();
        for (Sale sale : sales) {
            int number = lines.size();
            lines.add(
                    new OrderLine(
                            Integer.toString(number + 1),
                            sale.offer().article(),
                            sale.quantity(),
                            price(sale.offer(), facts.attributed()),
                            splits.get(number)));
        }
        return lines;
    }

    private static Offer sellable(Basket.Item item, @Nullable Offer offer) {
        if (isNewerThanKnown(item, offer)) {
            throw about(item, CommonProblem.NOT_KNOWN_YET, "This version is not known here yet");
        }
        if (offer == null) {
            throw about(item, OrderProblem.UNKNOWN_SKU, "There is no such SKU");
        }
        if (!offer.onSale()) {
            throw about(item, OrderProblem.NOT_ON_SALE, "The SKU is not on sale");
        }
        if (item.quantity() > offer.maxPerOrder()) {
            throw about(item, OrderProblem.QUANTITY_OVER_LIMIT, "More than one order may take")
                    .with("maxPerOrder", offer.maxPerOrder());
        }
        return offer;
    }

    private static boolean isNewerThanKnown(Basket.Item item, @Nullable Offer offer) {
        Long seen = item.offerVersion();
        return seen != null && (offer == null || offer.version() < seen);
    }

    private static Problem about(
            Basket.Item item, io.xinqun.kernel.problem.ProblemType type, String detail) {
        return new Problem(type, detail).with("skuId", item.skuId());
    }

    private static Price price(Offer offer, Attributed attributed) {
        Fen curator = offer.prices().curator();
        if (!attributed.counts()) {
            return new Price(offer.prices().direct(), PriceTier.DIRECT, attributed.reason());
        }
        if (curator == null) {
            return new Price(
                    offer.prices().direct(), PriceTier.DIRECT, PriceReason.NO_CURATOR_PRICE);
        }
        return new Price(curator, PriceTier.CURATOR, PriceReason.CURATOR_LINK);
    }

    private static @Nullable String community(Basket basket, Attributed attributed) {
        Binding binding = attributed.binding();
        if (basket.community() != null || binding == null || !attributed.counts()) {
            return basket.community();
        }
        return binding.community();
    }

    private static Quote quoteOf(List<OrderLine> lines, @Nullable String community, Facts facts) {
        Attributed attributed = facts.attributed();
        Attribution attribution = attribution(lines, attributed);
        Fen payable = lines.stream().map(OrderLine::paid).reduce(Fen.ZERO, Fen::plus);
        return new Quote(
                lines,
                Fen.ZERO,
                community,
                attribution,
                attributed.reason(),
                facts.at(),
                hash(lines, payable));
    }

    /// A buyer's own link is kept only where a plan pays on it.
    private static @Nullable Attribution attribution(List<OrderLine> lines, Attributed attributed) {
        boolean somebodyEarns =
                lines.stream()
                        .flatMap(line -> line.split().stream())
                        .anyMatch(part -> part.role() == SplitRole.CURATOR);
        return Optional.ofNullable(attributed.binding())
                .filter(binding -> attributed.counts() || somebodyEarns)
                .map(Binding::attribution)
                .orElse(null);
    }

    /// Of what the buyer sees. Who earns how much is not his business and may change.
    private static String hash(List<OrderLine> lines, Fen payable) {
        StringBuilder seen = new StringBuilder();
        for (OrderLine line : lines) {
            seen.append(line.article().skuId())
                    .append(' ')
                    .append(line.quantity())
                    .append(' ')
                    .append(line.price().unit().amount())
                    .append(' ')
                    .append(line.price().tier().code())
                    .append('\n');
        }
        seen.append(payable.amount());
        return Fingerprint.of(seen.toString().getBytes(StandardCharsets.UTF_8));
    }
}
