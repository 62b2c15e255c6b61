package io.xinqun.catalog.model.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a product's page shows, the same for all its SKUs.
///
/// Shape: 1..4 categories from wide to narrow, 0..60 attributes, 0..20 picture links.
public record ProductDetails(
        String name,
        @Nullable String brief,
        ProductKind kind,
        List<String> categoryPath,
        @Nullable String brand,
        List<Attribute> attributes,
        List<String> pictures,
        @Nullable String origin,
        @Nullable String storage,
        int afterSaleDays) {

    /// Seven days without a reason are the law for remote sales (消费者权益保护法, article 25).
    public static final int DEFAULT_AFTER_SALE_DAYS = 7;

    /// A named property, such as 材质: 100%棉.
    public record Attribute(String name, String value) {}

    public ProductDetails {
        categoryPath = List.copyOf(categoryPath);
        attributes = List.copyOf(attributes);
        pictures = List.copyOf(pictures);
    }
}
