package io.xinqun.catalog.model.product;

import io.xinqun.catalog.model.product.ProductTransition.Command;
import io.xinqun.kernel.identity.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A product of one supplier with its SKUs: one document, one step.
///
/// Shape: `code` is the supplier's own product code, the id is derived from supplier and code;
/// 1..200 SKUs in the order of their codes; `source` is the item that the details came from. State:
/// DRAFT, ON_SALE, OFF_SALE by [ProductTransition]; `hidden` while its supplier is suspended,
/// whatever the state.
public record Product(
        String id,
        String supplier,
        String code,
        ProductState state,
        boolean hidden,
        ProductDetails details,
        DetailsSource source,
        List<Sku> skus,
        Revision revision) {

    /// A page lists them all and one document holds them, so there is an end.
    public static final int MAXIMUM_SKUS = 200;

    /// The item whose details are shown: the one with the highest version, then the highest code,
    /// among all items ever accepted. So the order of their arrival does not matter.
    public record DetailsSource(long version, String supplierSku)
            implements Comparable<DetailsSource> {

        @Override
        public int compareTo(DetailsSource other) {
            int byVersion = Long.compare(version, other.version);
            return byVersion != 0 ? byVersion : supplierSku.compareTo(other.supplierSku);
        }
    }

    /// Which writes the document has seen.
    ///
    /// Shape: `version` counts writes, `sequence` offers told; both 0 before the first write.
    public record Revision(long version, long sequence, Instant createdAt, Instant updatedAt) {}

    public Product {
        skus = List.copyOf(skus);
    }

    public static String idOf(String supplier, String code) {
        return Ids.derived("product", supplier, code);
    }

    public static String skuIdOf(String supplier, String supplierSku) {
        return Ids.derived("sku", supplier, supplierSku);
    }

    /// Whether buyers see it.
    public boolean isListed() {
        return state == ProductState.ON_SALE && !hidden;
    }

    /// The state that buyers and orders go by: nothing of a suspended supplier is on sale.
    public ProductState effectiveState() {
        return hidden && state == ProductState.ON_SALE ? ProductState.OFF_SALE : state;
    }

    public Optional<Sku> sku(String supplierSku) {
        return skus.stream().filter(sku -> sku.supplierSku().equals(supplierSku)).findFirst();
    }

    /// The state after an operator's command; empty where the command is not allowed.
    public Optional<Product> after(Command command) {
        return ProductTransition.of(state, command).map(this::withState);
    }

    public Product withHidden(boolean nowHidden) {
        return new Product(id, supplier, code, state, nowHidden, details, source, skus, revision);
    }

    public Product withRevision(Revision next) {
        return new Product(id, supplier, code, state, hidden, details, source, skus, next);
    }

    private Product withState(ProductState next) {
        return new Product(id, supplier, code, next, hidden, details, source, skus, revision);
    }
}
