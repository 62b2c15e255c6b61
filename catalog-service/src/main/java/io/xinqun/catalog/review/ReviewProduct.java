package io.xinqun.catalog.review;

import io.xinqun.catalog.CatalogProblem;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.ProductChange;
import io.xinqun.catalog.model.product.ProductEvent.Cause;
import io.xinqun.catalog.model.product.ProductEvent.OfferChanged;
import io.xinqun.catalog.model.product.ProductTransition.Command;
import io.xinqun.catalog.model.product.Products;
import io.xinqun.catalog.model.supplier.Supplier;
import io.xinqun.catalog.model.supplier.Suppliers;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/// Puts a product on sale, or takes it off sale, in an operator's name.
///
/// State: [io.xinqun.catalog.model.product.ProductTransition]; asking for what is already so
/// changes nothing. A product of a suspended supplier is approved and stays hidden. Errors:
/// `not-found`, `not-on-sale`, `conflict` when feeds keep changing it.
public final class ReviewProduct {

    private static final int MAXIMUM_ROUNDS = 20;

    private final Products products;
    private final Suppliers suppliers;
    private final Clock clock;

    public ReviewProduct(Products products, Suppliers suppliers, Clock clock) {
        this.products = products;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    /// What is asked, and by whom.
    public record Request(String productId, Command command, Cause cause) {}

    public Mono<Product> handle(Request request) {
        return round(request, 1);
    }

    private Mono<Product> round(Request request, int round) {
        if (round > MAXIMUM_ROUNDS) {
            return Mono.error(
                    new Problem(CommonProblem.CONFLICT, "A feed keeps changing the product"));
        }
        return products.find(request.productId())
                .switchIfEmpty(
                        Mono.error(() ->
                                new Problem(CommonProblem.NOT_FOUND, "There is no such product")))
                .flatMap(before -> decide(before, request))
                .flatMap(step -> write(request, step, round));
    }

    private record Step(Product before, Product after) {}

    /// Hidden or not is settled here too: the product may be newer than its supplier's suspension.
    private Mono<Step> decide(Product before, Request request) {
        Product moved =
                before.after(request.command())
                        .orElseThrow(() ->
                                new Problem(
                                        CatalogProblem.NOT_ON_SALE,
                                        "The product is a " + before.state().code()));
        return suppliers
                .find(before.supplier())
                .map(Supplier::isActive)
                .defaultIfEmpty(false)
                .map(active -> new Step(before, moved.withHidden(!active)));
    }

    private Mono<Product> write(Request request, Step step, int round) {
        if (step.after.equals(step.before)) {
            return Mono.just(step.before);
        }
        ProductChange change =
                new ProductChange(
                        step.after, List.of(new OfferChanged()), request.cause(), clock.instant());
        return products.save(List.of(change))
                .flatMap(
                        lost -> lost.isEmpty() ? Mono.just(step.after) : round(request, round + 1));
    }
}
